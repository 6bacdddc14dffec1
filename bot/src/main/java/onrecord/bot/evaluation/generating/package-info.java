/// Makes suites from a corpus: questions whose gold is known, because it is taken from the
/// catalogue that they are made of.
///
/// Nothing here knows how questions are answered. What people call things, and how they ask, stands
/// in templates of its own.
@NullMarked
package onrecord.bot.evaluation.generating;

import org.jspecify.annotations.NullMarked;
