/// The index on disk, how it is brought up to date and how it is searched.
@NullMarked
package onrecord.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
