/// Scores answers against suites of questions.
@NullMarked
package onrecord.bot.evaluation;

import org.jspecify.annotations.NullMarked;
