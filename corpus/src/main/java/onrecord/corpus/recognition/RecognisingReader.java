package onrecord.corpus.recognition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.PageFlag;
import onrecord.corpus.PageFlag.Kind;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.pdf.PrintedWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files, and those of their pages that are pictures by text recognition.
///
/// Each page is drawn and recognised for itself and within a time of its own, so that a long scan
/// is read to its end while no single page can hold it up.
public final class RecognisingReader implements DocumentReader {

  private static final Logger LOG = LoggerFactory.getLogger(RecognisingReader.class);

  private static final String NOT_INSTALLED =
      "No text recognition is installed here (Tesseract with chi_sim and eng): what stands on such pages is not known";

  /// Reads a file whose scanned pages were recognised before.
  @FunctionalInterface
  public interface Reader {

    /// @param recognised the words of scanned pages, by page
    SourceText read(Path file, Map<Integer, List<PrintedWord>> recognised);
  }

  /// Draws a page large enough for its text to be recognised.
  @FunctionalInterface
  public interface Scanner {

    /// @return a PNG image
    byte[] scan(Path file, int page);
  }

  private final Reader reader;
  private final Scanner scanner;
  private final Supplier<Optional<TextRecognition>> recognition;

  /// @param recognition asked for when a page is a picture; empty where none is installed
  public RecognisingReader(
      Reader reader, Scanner scanner, Supplier<Optional<TextRecognition>> recognition) {
    this.reader = reader;
    this.scanner = scanner;
    this.recognition = recognition;
  }

  @Override
  public SourceText read(Path file) {
    var text = reader.read(file, Map.of());
    var scanned = text.flags().stream().filter(flag -> flag.kind() == Kind.SCANNED).toList();
    if (scanned.isEmpty()) {
      return text;
    }
    var recognising = recognition.get();
    var words = recognising.map(program -> recognised(file, scanned, program)).orElse(Map.of());
    var whole = words.isEmpty() ? text : reader.read(file, words);
    if (whole.blocks().isEmpty()) {
      throw withoutText(file, recognising.isPresent());
    }
    return recognising.isPresent() ? whole : whole.with(NOT_INSTALLED);
  }

  private Map<Integer, List<PrintedWord>> recognised(
      Path file, List<PageFlag> scanned, TextRecognition recognising) {
    var recognised = new TreeMap<Integer, List<PrintedWord>>();
    var script = "";
    for (var flag : scanned) {
      try {
        var picture = scanner.scan(file, flag.page());
        if (script.isEmpty()) {
          script = scriptOf(picture, flag.page(), recognising);
        }
        var words = recognising.words(picture, flag.page(), script);
        if (!words.isEmpty()) {
          recognised.put(flag.page(), words);
        }
      } catch (IOException | UnreadableFileException e) {
        LOG.info("Page {} of a file could not be recognised: {}", flag.page(), e.getMessage());
      }
    }
    return recognised;
  }

  /// The script in which a page is recognised most surely.
  private static String scriptOf(byte[] picture, int page, TextRecognition recognising)
      throws IOException {
    var scripts = recognising.scripts();
    if (scripts.size() == 1) {
      return scripts.getFirst();
    }
    record Trial(String script, double confidence) {}
    var trials = new ArrayList<Trial>();
    for (var script : scripts) {
      var words = recognising.words(picture, page, script);
      trials.add(
          new Trial(script, words.stream().mapToInt(PrintedWord::confidence).average().orElse(0)));
    }
    return trials.stream()
        .max(Comparator.comparingDouble(Trial::confidence))
        .orElseThrow()
        .script();
  }

  private static UnreadableFileException withoutText(Path file, boolean installed) {
    return new UnreadableFileException(
        Reason.NO_TEXT,
        null,
        file.getFileName()
            + " is scanned: its pages are pictures"
            + (installed
                ? ", and no text was recognised in them."
                : ", and no text recognition is installed here."),
        installed
            ? "Hand in the PDF that was made from the text, or scan it more clearly."
            : "Hand in the PDF that was made from the text, or install Tesseract with its language data (tesseract-ocr, tesseract-ocr-chi-sim) and hand it in again.",
        null);
  }
}
