package onrecord.bot.reading;

/// A stretch of a text.
///
/// @param start offset of the first character
/// @param end offset after the last
record Stretch(int start, int end) {

  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }

  /// What stands in it.
  String of(String text) {
    return text.substring(start, end);
  }

  /// The same stretch of a text that begins earlier.
  Stretch movedBy(int characters) {
    return new Stretch(start + characters, end + characters);
  }
}
