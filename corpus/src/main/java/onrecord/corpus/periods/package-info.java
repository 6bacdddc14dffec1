/// How Chinese and English name periods.
@NullMarked
package onrecord.corpus.periods;

import org.jspecify.annotations.NullMarked;
