package onrecord.corpus;

/// Where a stretch of a passage's text stands in the original: a printed line, or a cell's line.
///
/// @param start offset of its first character in the passage's text
/// @param end offset after its last character
/// @param box its place on the page
public record TextLine(int start, int end, Box box) {}
