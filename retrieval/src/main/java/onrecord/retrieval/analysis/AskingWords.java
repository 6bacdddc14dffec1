package onrecord.retrieval.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// The words that make a sentence a question or a request and say nothing of its subject: 多少, 是,
/// how much, please.
final class AskingWords {

  private static final String FILE = "asking-words.txt";
  private static final AskingWords ALL = read();

  private final Set<String> words;
  private final int longest;

  private AskingWords(Set<String> words) {
    this.words = Set.copyOf(words);
    this.longest = words.stream().mapToInt(String::length).max().orElse(0);
  }

  /// The offsets of a normalised text that such words cover; where they overlap, the longest
  /// counts.
  static BitSet in(String normalised) {
    var covered = new BitSet(normalised.length());
    var at = 0;
    while (at < normalised.length()) {
      var length = ALL.lengthAt(normalised, at);
      covered.set(at, at + length);
      at += Math.max(length, 1);
    }
    return covered;
  }

  private int lengthAt(String text, int start) {
    for (var length = Math.min(longest, text.length() - start); length > 0; length--) {
      var end = start + length;
      if (words.contains(text.substring(start, end)) && standsAlone(text, start, end)) {
        return length;
      }
    }
    return 0;
  }

  /// A Latin word counts only whole; a Chinese one wherever it stands.
  private static boolean standsAlone(String text, int start, int end) {
    return !(isLatin(text, start - 1) && isLatin(text, start))
        && !(isLatin(text, end - 1) && isLatin(text, end));
  }

  private static boolean isLatin(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetterOrDigit(text.charAt(at))
        && !Wording.isHan(text.charAt(at));
  }

  private static AskingWords read() {
    var words = new HashSet<String>();
    try (var stream = AskingWords.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("Missing from the jar: " + FILE);
      }
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    return new AskingWords(words);
  }
}
