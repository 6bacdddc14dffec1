@NullMarked
package onrecord.bot.evaluation.running;

import org.jspecify.annotations.NullMarked;
