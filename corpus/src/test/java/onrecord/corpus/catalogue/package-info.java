@NullMarked
package onrecord.corpus.catalogue;

import org.jspecify.annotations.NullMarked;
