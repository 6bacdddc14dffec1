package onrecord.bot.telegram;

/// What one message says.
///
/// @param html with Telegram's markup, everything else escaped
/// @param plain the same without markup, for when Telegram cannot read that
record Piece(String html, String plain) {

  /// The most characters that a message holds, in UTF-16 units. Telegram counts them after reading
  /// the markup; here they are counted before, to be safe.
  static final int LONGEST = 4_096;

  static Piece plain(String text) {
    return new Piece(escape(text), text);
  }

  static Piece link(String text, String address) {
    return address.isEmpty()
        ? plain(text)
        : new Piece(
            "<a href=\"%s\">%s</a>"
                .formatted(escape(address).replace("\"", "&quot;"), escape(text)),
            text + " " + address);
  }

  Piece then(String between, Piece next) {
    return new Piece(html + escape(between) + next.html, plain + between + next.plain);
  }

  Piece italic() {
    return new Piece("<i>" + html + "</i>", plain);
  }

  Piece folded() {
    return new Piece("<blockquote expandable>" + html + "</blockquote>", plain);
  }

  /// In UTF-16 units, whichever way it is sent.
  int length() {
    return Math.max(html.length(), plain.length());
  }

  static int length(String text) {
    return escape(text).length();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
