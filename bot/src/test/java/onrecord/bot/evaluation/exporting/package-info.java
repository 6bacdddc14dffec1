@NullMarked
package onrecord.bot.evaluation.exporting;

import org.jspecify.annotations.NullMarked;
