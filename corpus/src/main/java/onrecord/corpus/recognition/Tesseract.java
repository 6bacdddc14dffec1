package onrecord.corpus.recognition;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onrecord.corpus.Box;
import onrecord.corpus.document.WorkingTime;
import onrecord.corpus.pdf.PrintedWord;

/// The text recognition program Tesseract, called as a program of its own for each page.
public final class Tesseract implements TextRecognition {

  private static final String PROGRAM = "tesseract";
  private static final WorkingTime LONGEST = new WorkingTime(Duration.ofSeconds(90));

  /// One script of Chinese at a time: with both, characters of the other creep in.
  private static final List<List<String>> LANGUAGES =
      List.of(List.of("chi_sim", "eng"), List.of("chi_tra", "eng"), List.of("eng"));

  /// What tells which way up a page was scanned.
  private static final String ORIENTATION = "osd";

  // The columns of its table of words.
  private static final int LEVEL = 0;
  private static final int LEFT = 6;
  private static final int TOP = 7;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int CONFIDENCE = 10;
  private static final int TEXT = 11;

  private final Set<String> installed;

  private Tesseract(Set<String> installed) {
    this.installed = Set.copyOf(installed);
  }

  /// The program, if it is installed with any language that disclosures are written in.
  public static Optional<TextRecognition> installed() {
    try {
      var listing = run(List.of(PROGRAM, "--list-langs"), LONGEST);
      var languages = new TreeSet<>(listing.lines().map(String::strip).toList());
      return LANGUAGES.stream().flatMap(List::stream).anyMatch(languages::contains)
          ? Optional.of(new Tesseract(languages))
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> scripts() {
    var known =
        LANGUAGES.stream()
            .filter(languages -> installed.contains(languages.getFirst()))
            .map(languages ->
                String.join("+", languages.stream().filter(installed::contains).toList()))
            .toList();
    // English is read along with Chinese, and alone only where no Chinese is known.
    return known.size() > 1 ? known.subList(0, known.size() - 1) : known;
  }

  @Override
  public List<PrintedWord> words(byte[] png, int page, String script) throws IOException {
    var picture = Files.createTempFile("onrecord-page", ".png");
    try {
      Files.write(picture, png);
      return words(
          run(
              List.of(PROGRAM, picture.toString(), "stdout", "-l", script, "--psm", mode(), "tsv"),
              LONGEST),
          page);
    } finally {
      Files.deleteIfExists(picture);
    }
  }

  /// How it finds the lines of a page: turned as they may be, where it can tell.
  private String mode() {
    return installed.contains(ORIENTATION) ? "1" : "3";
  }

  /// Rows of level 1 tell the size of the page, of level 4 a line, of level 5 a word in it.
  private static List<PrintedWord> words(String table, int page) {
    var words = new ArrayList<PrintedWord>();
    var whole = new double[] {1, 1};
    var line = new Box(page, 0, 0, 1, 1);
    for (var row : table.lines().skip(1).map(text -> text.split("\t", -1)).toList()) {
      if (row.length <= TEXT) {
        continue;
      }
      switch (row[LEVEL]) {
        case "1" ->
            whole = new double[] {Double.parseDouble(row[WIDTH]), Double.parseDouble(row[HEIGHT])};
        case "4" -> line = box(row, page, whole);
        case "5" -> {
          if (!row[TEXT].isBlank()) {
            var confidence = (int) Math.round(Double.parseDouble(row[CONFIDENCE]));
            words.add(
                new PrintedWord(
                    row[TEXT].strip(),
                    box(row, page, whole),
                    line,
                    Math.clamp(confidence, 0, 100)));
          }
        }
        default -> {}
      }
    }
    return words;
  }

  private static Box box(String[] row, int page, double[] whole) {
    return new Box(
        page,
        Double.parseDouble(row[LEFT]) / whole[0],
        Double.parseDouble(row[TOP]) / whole[1],
        Double.parseDouble(row[WIDTH]) / whole[0],
        Double.parseDouble(row[HEIGHT]) / whole[1]);
  }

  /// What a program writes; it is stopped when it takes too long.
  private static String run(List<String> command, WorkingTime longest) throws IOException {
    Path output = Files.createTempFile("onrecord-recognised", ".tsv");
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(false);
      builder.redirectError(Redirect.DISCARD).redirectOutput(output.toFile());
      // Several pages are read side by side; each may use one processor.
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      var process = builder.start();
      if (!isDone(process, longest)) {
        throw new IOException(
            "Text recognition took more than " + longest.limit().toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("Text recognition ended with " + process.exitValue());
      }
      return Files.readString(output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isDone(Process process, WorkingTime longest) throws IOException {
    try {
      return longest.await(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while recognising text", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
