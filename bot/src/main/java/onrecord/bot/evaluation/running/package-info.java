/// Puts suites to a bot, keeps what it replies, and reports what that comes to.
@NullMarked
package onrecord.bot.evaluation.running;

import org.jspecify.annotations.NullMarked;
