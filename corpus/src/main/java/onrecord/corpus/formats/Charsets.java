package onrecord.corpus.formats;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decodes text whose encoding nobody states: by its mark, else as UTF-8 or GB18030 if it is wholly
/// valid as such, else as the statistics of its bytes suggest.
final class Charsets {

  private static final List<Charset> COMMON =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private Charsets() {}

  static String decode(byte[] bytes) {
    return marked(bytes)
        .or(() -> COMMON.stream().flatMap(charset -> strictly(bytes, charset).stream()).findFirst())
        .orElseGet(() -> guessed(bytes));
  }

  /// The same for a format whose text names its own encoding near its beginning; that is believed
  /// if the text is neither marked nor valid UTF-8.
  ///
  /// @param naming its first group is the name
  static String decode(byte[] bytes, Pattern naming) {
    var start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    var named = naming.matcher(start);
    return marked(bytes)
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .or(() ->
            named.find() && isKnown(named.group(1))
                ? strictly(bytes, widest(named.group(1)))
                : Optional.empty())
        .orElseGet(() -> decode(bytes));
  }

  private static boolean isKnown(String name) {
    return Charset.isSupported(name);
  }

  /// GBK and GB2312 are parts of GB18030, and pages that name them hold the rest too.
  private static Charset widest(String name) {
    return name.toUpperCase(Locale.ROOT).startsWith("GB")
        ? Charset.forName("GB18030")
        : Charset.forName(name);
  }

  /// The same for the first bytes of a longer file, which may end within a character.
  static String decodeStart(byte[] bytes) {
    for (var cut = 0; cut < Math.min(4, bytes.length); cut++) {
      var whole = Arrays.copyOf(bytes, bytes.length - cut);
      var text =
          marked(whole)
              .or(() ->
                  COMMON.stream()
                      .flatMap(charset -> strictly(whole, charset).stream())
                      .findFirst());
      if (text.isPresent()) {
        return text.get();
      }
    }
    return guessed(bytes);
  }

  private static Optional<String> marked(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_16));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static String guessed(byte[] bytes) {
    var match = new CharsetDetector().setText(bytes).detect();
    var charset =
        match == null || !Charset.isSupported(match.getName())
            ? StandardCharsets.UTF_8
            : Charset.forName(match.getName());
    return new String(bytes, charset);
  }
}
