/// Hands answers and suites to the tools of others, so that these can score the same answers.
@NullMarked
package onrecord.bot.evaluation.exporting;

import org.jspecify.annotations.NullMarked;
