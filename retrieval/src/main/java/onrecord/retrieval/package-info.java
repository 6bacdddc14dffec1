/// Finding it: a [Query] becomes ranked [Evidence].
@NullMarked
package onrecord.retrieval;

import org.jspecify.annotations.NullMarked;
