/// Phrases and labels, in simplified and traditional characters and in English.
@NullMarked
package onrecord.prompts.phrasing;

import org.jspecify.annotations.NullMarked;
