/// What any reader makes of a file, whatever its format, and how it becomes passages.
@NullMarked
package onrecord.corpus.document;

import org.jspecify.annotations.NullMarked;
