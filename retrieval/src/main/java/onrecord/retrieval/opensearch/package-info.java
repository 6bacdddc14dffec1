/// The index in an OpenSearch cluster, spoken to by HTTP.
@NullMarked
package onrecord.retrieval.opensearch;

import org.jspecify.annotations.NullMarked;
