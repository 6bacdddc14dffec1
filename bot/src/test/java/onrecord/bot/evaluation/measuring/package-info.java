@NullMarked
package onrecord.bot.evaluation.measuring;

import org.jspecify.annotations.NullMarked;
