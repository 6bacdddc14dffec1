package onrecord.bot.evaluation.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The place for results in a Markdown file: what stands between two comments.
///
/// @param file that holds them
public record MarkedTable(Path file) {

  private static final String BEGIN = "<!-- results -->";
  private static final String END = "<!-- end of results -->";

  /// Puts other lines between the comments; the rest of the file stays as it is.
  ///
  /// @throws IllegalArgumentException if the file is missing or lacks the comments
  public void replace(List<String> lines) {
    var text = text();
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END, Math.max(0, begin));
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("%s lacks %s … %s".formatted(file, BEGIN, END));
    }
    var results = "\n\n" + String.join("\n", lines) + "\n\n";
    write(text.substring(0, begin + BEGIN.length()) + results + text.substring(end));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException("there is no " + file, missing);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
