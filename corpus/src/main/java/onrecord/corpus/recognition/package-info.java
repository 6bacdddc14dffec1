/// The text of scanned pages, where a program to recognise it is installed.
@NullMarked
package onrecord.corpus.recognition;

import org.jspecify.annotations.NullMarked;
