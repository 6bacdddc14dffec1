package onrecord.corpus.pdf;

import onrecord.corpus.Box;

/// A word that was recognised in the picture of a page.
///
/// @param line the box of the line that it stands in, by which its size and baseline are told
/// @param confidence how sure the recognition is of it, 0 to 100
public record PrintedWord(String text, Box box, Box line, int confidence) {}
