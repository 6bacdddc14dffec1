package onrecord.corpus.document;

/// How long a text is to a reader and to an embedding model, in Chinese characters.
///
/// A Chinese character is about one token; a Latin word of five letters is a little over one, a
/// number one for each two characters.
final class Length {

  /// Passages of prose grow to about this.
  static final double TARGET = 300;

  /// And never beyond this, where their sentences allow it; models cut at 512 tokens.
  static final double LIMIT = 480;

  private Length() {}

  static double of(String text) {
    var sum = 0.0;
    for (var i = 0; i < text.length(); i++) {
      sum += of(text.charAt(i));
    }
    return sum;
  }

  private static double of(char character) {
    if (character >= 0x2E80) {
      return 1;
    }
    return Character.isLetter(character) || character == ' ' ? 0.3 : 0.5;
  }
}
