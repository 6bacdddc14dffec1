@NullMarked
package onrecord.retrieval.opensearch;

import org.jspecify.annotations.NullMarked;
