/// The bots that suites are put to, in this program or elsewhere.
@NullMarked
package onrecord.bot.evaluation.asking;

import org.jspecify.annotations.NullMarked;
