/// What grades come to: measures, each with its definition, source and interval.
@NullMarked
package onrecord.bot.evaluation.measuring;

import org.jspecify.annotations.NullMarked;
