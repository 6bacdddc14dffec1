@NullMarked
package onrecord.bot.evaluation.watching;

import org.jspecify.annotations.NullMarked;
