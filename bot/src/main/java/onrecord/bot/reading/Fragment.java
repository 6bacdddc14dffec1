package onrecord.bot.reading;

/// The words of one part of a question.
///
/// @param original as written
/// @param text in normal spelling
record Fragment(String original, String text) {

  static Fragment of(Wording wording, Stretch stretch) {
    return new Fragment(
        wording.originally(stretch.start(), stretch.end()),
        wording.text().substring(stretch.start(), stretch.end()).strip());
  }
}
