package onrecord.prompts.naming;

/// Writes text so that spellings that mean the same compare equal, character by character: offsets
/// in the folded text are offsets in the original.
final class FoldedText {

  private static final int FULL_WIDTH_OFFSET = '！' - '!';

  private FoldedText() {}

  static String of(String text) {
    var folded = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char fold(char c) {
    if (c >= '！' && c <= '～') {
      return Character.toLowerCase((char) (c - FULL_WIDTH_OFFSET));
    }
    return switch (c) {
      case '　', ' ', '\t', '\n' -> ' ';
      case '’' -> '\'';
      case '–', '—' -> '-';
      default -> Character.toLowerCase(c);
    };
  }
}
