/// What a query asks for: whom it is about, which periods and kinds of document, and which part of
/// a report would say it.
@NullMarked
package onrecord.retrieval.asking;

import org.jspecify.annotations.NullMarked;
