/// Cues of wording, and finding them in a text.
@NullMarked
package onrecord.prompts.cues;

import org.jspecify.annotations.NullMarked;
