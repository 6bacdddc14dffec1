/// Watches the answers that are given: signals of each, how they drift, a summary of each week, and
/// golden questions whose answers should not change unnoticed.
@NullMarked
package onrecord.bot.evaluation.watching;

import org.jspecify.annotations.NullMarked;
