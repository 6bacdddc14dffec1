package onrecord.bot.openai;

import java.util.regex.Pattern;

/// Counts tokens as a rule of thumb, since no language model's vocabulary is at work here: a Han
/// character or a mark is one, of letters and digits up to four in a row are one.
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]{1,4}|\\S");

  private Tokens() {}

  static int in(String text) {
    return (int) TOKEN.matcher(text).results().count();
  }
}
