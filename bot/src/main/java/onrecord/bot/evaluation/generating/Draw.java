package onrecord.bot.evaluation.generating;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/// Chooses as if by chance, and the same each time: what is chosen for one thing does not change
/// when others are added to the corpus.
///
/// @param seed what it is chosen for
record Draw(String seed) {

  /// One of several.
  <T> T from(List<T> choices) {
    var first = ByteBuffer.wrap(digest(seed)).getLong();
    return choices.get((int) Long.remainderUnsigned(first, choices.size()));
  }

  /// Another draw for a further choice for the same thing.
  Draw and(String more) {
    return new Draw(seed + "|" + more);
  }

  /// Eight hexadecimal digits.
  String name() {
    return HexFormat.of().formatHex(digest(seed), 0, 4);
  }

  /// So many of them, in the order given.
  static <T> List<T> sample(List<T> all, int size, Function<T, String> seed) {
    var chosen =
        all.stream()
            .sorted(Comparator.comparing(one -> new Draw("sample|" + seed.apply(one)).name()))
            .limit(size)
            .toList();
    return all.stream().filter(chosen::contains).toList();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
