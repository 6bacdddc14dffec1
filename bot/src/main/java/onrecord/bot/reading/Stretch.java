package onrecord.bot.reading;

/// A stretch of a text.
///
/// @param start offset of the first character
/// @param end offset after the last
record Stretch(int start, int end) {

  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
