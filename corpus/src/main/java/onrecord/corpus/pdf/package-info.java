/// PDF files: their text in reading order, their tables, and pictures of their pages.
@NullMarked
package onrecord.corpus.pdf;

import org.jspecify.annotations.NullMarked;
