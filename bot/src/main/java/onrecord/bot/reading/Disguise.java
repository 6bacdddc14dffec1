package onrecord.bot.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes off what hides a question's words: signs or spaces between single characters (明*年*净*利*润),
/// and Base64. What comes to light is read as the question that it is, and never as an order.
final class Disguise {

  /// Three Chinese characters and more, each parted from the next by the same kind of sign.
  private static final Pattern PARTED =
      Pattern.compile("\\p{IsHan}(?:[*._\\-·•|~^#+=/\\\\＊]{1,2}\\p{IsHan}){2,200}");

  private static final Pattern SIGN = Pattern.compile("[*._\\-·•|~^#+=/\\\\＊]");

  private static final Pattern SPACED_DIGITS =
      Pattern.compile("(?<!\\d)\\d(?:[ \u3000]\\d){3}(?!\\d)");

  private static final Pattern BASE64 =
      Pattern.compile("(?<![\\w+/])[A-Za-z0-9+/]{16,1600}={0,2}(?![\\w+/=])");

  private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{Zs}\\p{S}\\n]+");

  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[a-z]{2,} [a-z]{2,}");

  private Disguise() {}

  static String takenOff(String text) {
    var decoded = BASE64.matcher(text).replaceAll(match -> quoted(decoded(match)));
    var joined = PARTED.matcher(decoded).replaceAll(match -> quoted(joined(match)));
    return SPACED_DIGITS.matcher(joined).replaceAll(match -> match.group().replaceAll("\\D", ""));
  }

  private static String quoted(String words) {
    return Matcher.quoteReplacement(words);
  }

  private static String joined(MatchResult match) {
    return SIGN.matcher(match.group()).replaceAll("");
  }

  /// The text behind Base64; the letters themselves where there is none.
  private static String decoded(MatchResult match) {
    return bytes(match.group()).flatMap(Disguise::text).orElse(match.group());
  }

  private static Optional<byte[]> bytes(String letters) {
    try {
      return Optional.of(Base64.getDecoder().decode(letters));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return READABLE.matcher(text).matches() && WORD.matcher(text.toLowerCase(Locale.ROOT)).find()
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
