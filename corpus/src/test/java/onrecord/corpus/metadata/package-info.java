@NullMarked
package onrecord.corpus.metadata;

import org.jspecify.annotations.NullMarked;
