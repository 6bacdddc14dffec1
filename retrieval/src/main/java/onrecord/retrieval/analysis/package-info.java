/// From text to the terms that are counted, the same for passages and queries.
@NullMarked
package onrecord.retrieval.analysis;

import org.jspecify.annotations.NullMarked;
