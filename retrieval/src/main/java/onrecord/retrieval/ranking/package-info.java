/// How candidates found by words and by meaning become one order.
@NullMarked
package onrecord.retrieval.ranking;

import org.jspecify.annotations.NullMarked;
