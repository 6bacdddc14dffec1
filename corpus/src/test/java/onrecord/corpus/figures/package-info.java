@NullMarked
package onrecord.corpus.figures;

import org.jspecify.annotations.NullMarked;
