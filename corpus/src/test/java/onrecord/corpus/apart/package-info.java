@NullMarked
package onrecord.corpus.apart;

import org.jspecify.annotations.NullMarked;
