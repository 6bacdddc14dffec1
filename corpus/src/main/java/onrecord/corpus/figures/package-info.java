/// Reads the numbers that a disclosure states, from its tables and its sentences.
@NullMarked
package onrecord.corpus.figures;

import org.jspecify.annotations.NullMarked;
