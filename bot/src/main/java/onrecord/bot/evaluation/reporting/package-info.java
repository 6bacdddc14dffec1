/// What a run came to, as a page, as JSON and as test results.
@NullMarked
package onrecord.bot.evaluation.reporting;

import org.jspecify.annotations.NullMarked;
