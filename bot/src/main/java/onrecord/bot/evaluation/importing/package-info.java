/// Takes the question sets of others, from a local copy, into suites.
@NullMarked
package onrecord.bot.evaluation.importing;

import org.jspecify.annotations.NullMarked;
