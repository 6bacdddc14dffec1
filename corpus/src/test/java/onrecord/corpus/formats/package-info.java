@NullMarked
package onrecord.corpus.formats;

import org.jspecify.annotations.NullMarked;
