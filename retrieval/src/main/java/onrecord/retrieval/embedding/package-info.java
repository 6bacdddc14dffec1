/// From text to vectors, computed once and kept.
@NullMarked
package onrecord.retrieval.embedding;

import org.jspecify.annotations.NullMarked;
