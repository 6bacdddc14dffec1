@NullMarked
package onrecord.corpus.document;

import org.jspecify.annotations.NullMarked;
