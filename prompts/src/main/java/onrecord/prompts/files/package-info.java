/// The files of words and policy as they stand on disk or in the jar, read with their lines.
@NullMarked
package onrecord.prompts.files;

import org.jspecify.annotations.NullMarked;
