/// The speed of the search's parts, one by one.
@NullMarked
package onrecord.parts;

import org.jspecify.annotations.NullMarked;
