@NullMarked
package onrecord.bot.evaluation.generating;

import org.jspecify.annotations.NullMarked;
