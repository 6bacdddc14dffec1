/// Measures the ranking against sets of questions with known answers.
@NullMarked
package onrecord.retrieval.measure;

import org.jspecify.annotations.NullMarked;
