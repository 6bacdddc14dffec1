/// What every engine's index of a corpus has in common: what it holds of a passage, how it follows
/// the corpus, and how one generation takes the place of another.
@NullMarked
package onrecord.retrieval.indexing;

import org.jspecify.annotations.NullMarked;
