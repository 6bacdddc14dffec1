/// The catalogue: which disclosures are held, from when to when their words count, and the files
/// they came from.
@NullMarked
package onrecord.corpus.catalogue;

import org.jspecify.annotations.NullMarked;
