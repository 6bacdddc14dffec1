/// Files without pages: what they are by content, and how each format becomes blocks.
@NullMarked
package onrecord.corpus.formats;

import org.jspecify.annotations.NullMarked;
