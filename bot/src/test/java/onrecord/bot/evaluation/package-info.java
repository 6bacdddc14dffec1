@NullMarked
package onrecord.bot.evaluation;

import org.jspecify.annotations.NullMarked;
