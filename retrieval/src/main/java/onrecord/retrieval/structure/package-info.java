/// Where in a report a passage stands.
@NullMarked
package onrecord.retrieval.structure;

import org.jspecify.annotations.NullMarked;
