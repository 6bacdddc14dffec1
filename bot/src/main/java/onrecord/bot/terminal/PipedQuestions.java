package onrecord.bot.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import onrecord.bot.Question;

/// Questions from a pipe, a line each. Of a line that is too long for a question no more is kept
/// than shows that it is.
final class PipedQuestions {

  /// A character may take two places.
  private static final int KEPT = 2 * Question.LONGEST + 2;

  private static final int END = -1;

  private final Reader in;
  private int line;

  PipedQuestions(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// The next line that is not blank; empty at the end.
  Optional<String> next() {
    try {
      for (var read = readLine(); read.isPresent(); read = readLine()) {
        if (!read.get().isBlank()) {
          return read;
        }
      }
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("The questions cannot be read on", broken);
    }
  }

  /// The number of the last line, from 1.
  int line() {
    return line;
  }

  private Optional<String> readLine() throws IOException {
    var text = new StringBuilder();
    var character = in.read();
    if (character == END) {
      return Optional.empty();
    }
    line++;
    for (; character != END && character != '\n'; character = in.read()) {
      if (text.length() < KEPT) {
        text.append((char) character);
      }
    }
    return Optional.of(withoutCarriageReturn(text));
  }

  private static String withoutCarriageReturn(StringBuilder text) {
    var last = text.length() - 1;
    return last >= 0 && text.charAt(last) == '\r' ? text.substring(0, last) : text.toString();
  }
}
