import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Prints HTML to PDF with a headless Chromium (on the path, or as the variable CHROMIUM says).
final class Printer {
  private static final Pattern PAGE = Pattern.compile("(?m)^(\\d+) 0 obj\\s<<\\s*/Type /Page\\s");
  private static final Pattern DESTINATION = Pattern.compile("/(c\\d+) \\[(\\d+) 0 R");
  private static final Pattern STAMP = Pattern.compile("(/(?:CreationDate|ModDate) \\(D:)\\d{14}");

  /// @param stamp the date written into the file, `yyyyMMdd`, so that the same sources give the
  ///   same bytes
  void print(String html, Path pdf, String stamp) throws IOException, InterruptedException {
    var work = Files.createTempDirectory("demo");
    try {
      var page = Files.writeString(work.resolve("page.html"), html);
      run(command(work, page, pdf), work);
      stamp(pdf, stamp);
    } finally {
      remove(work);
    }
  }

  /// The page, from 1, on which each destination `c1`, `c2`, … stands.
  ///
  /// Chromium knows no cross references in print, so a contents page needs a first pass; it writes
  /// page and destination objects uncompressed and in order, which is all that this reading relies
  /// on.
  Map<String, Integer> pagesOfChapters(Path pdf) throws IOException {
    var text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    var objects = new ArrayList<Integer>();
    PAGE.matcher(text).results().forEach(match -> objects.add(Integer.valueOf(match.group(1))));
    objects.sort(Comparator.naturalOrder());
    var pages = new HashMap<String, Integer>();
    DESTINATION
        .matcher(text)
        .results()
        .forEach(
            match ->
                pages.put(match.group(1), objects.indexOf(Integer.valueOf(match.group(2))) + 1));
    return pages;
  }

  private static List<String> command(Path work, Path page, Path pdf) {
    var chromium = System.getenv().getOrDefault("CHROMIUM", "chromium");
    return List.of(
        chromium,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + work.resolve("profile"),
        "--no-pdf-header-footer",
        "--disable-pdf-tagging",
        "--print-to-pdf=" + pdf.toAbsolutePath(),
        page.toUri().toString());
  }

  private static void run(List<String> command, Path work)
      throws IOException, InterruptedException {
    var log = work.resolve("log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("Chromium failed: " + Files.readString(log.toPath()));
    }
  }

  private static void stamp(Path pdf, String stamp) throws IOException {
    var text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
    Files.writeString(
        pdf, STAMP.matcher(text).replaceAll("$1" + stamp + "000000"), StandardCharsets.ISO_8859_1);
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
