/// A second look at what was found first, by a model that reads question and passage together.
@NullMarked
package onrecord.retrieval.scoring;

import org.jspecify.annotations.NullMarked;
