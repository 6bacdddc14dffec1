/// What a document says of itself: issuer, title, kind, period, dates; and what a person adds.
@NullMarked
package onrecord.corpus.metadata;

import org.jspecify.annotations.NullMarked;
