/// Reads what a chat model is told.
@NullMarked
package onrecord.prompts.instructing;

import org.jspecify.annotations.NullMarked;
