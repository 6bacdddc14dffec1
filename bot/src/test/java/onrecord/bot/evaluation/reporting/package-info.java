@NullMarked
package onrecord.bot.evaluation.reporting;

import org.jspecify.annotations.NullMarked;
