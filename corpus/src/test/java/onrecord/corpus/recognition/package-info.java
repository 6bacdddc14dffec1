@NullMarked
package onrecord.corpus.recognition;

import org.jspecify.annotations.NullMarked;
