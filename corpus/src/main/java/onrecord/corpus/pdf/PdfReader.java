package onrecord.corpus.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onrecord.corpus.Intake;
import onrecord.corpus.PageFlag;
import onrecord.corpus.PageFlag.Kind;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/// Reads PDF files: paragraphs, headings and tables in reading order, each line with its place.
///
/// Running headers and footers and contents pages are left out, and so are pages whose characters
/// have no meaning. A hostile file is refused within the limits of time and work, and never brings
/// the caller down.
public final class PdfReader implements DocumentReader {

  private static final long MAIN_MEMORY_BYTES = 64L << 20;

  /// What a file may unpack to on disk while it is read.
  private static final long MOST_STORED_BYTES = 1L << 30;

  private final PdfLimits limits;

  public PdfReader() {
    this(PdfLimits.USUAL);
  }

  public PdfReader(PdfLimits limits) {
    this.limits = limits;
  }

  @Override
  public SourceText read(Path file) {
    return read(file, Map.of());
  }

  /// The same where the text of some pages, which are pictures, is known.
  ///
  /// @param recognised the words of such pages, by page
  public SourceText read(Path file, Map<Integer, List<PrintedWord>> recognised) {
    return Guarded.run(file, limits.time(), () -> readNow(file, recognised));
  }

  private SourceText readNow(Path file, Map<Integer, List<PrintedWord>> recognised)
      throws IOException {
    if (Files.size(file) == 0) {
      throw new UnreadableFileException(
          Intake.Reason.EMPTY,
          null,
          "The file is empty",
          "Hand in the file with its content",
          null);
    }
    try (var document = open(file)) {
      return new Reading(document, recognised, Deadline.in(limits.time())).text();
    }
  }

  static PDDocument open(Path file) throws IOException {
    return Loader.loadPDF(
        file.toFile(),
        MemoryUsageSetting.setupMixed(MAIN_MEMORY_BYTES, MOST_STORED_BYTES).streamCache);
  }

  /// The reading of one file.
  private final class Reading {

    private final PDDocument document;
    private final Map<Integer, List<PrintedWord>> recognised;
    private final Deadline deadline;
    private final List<PageFlag> flags = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Reading(PDDocument document, Map<Integer, List<PrintedWord>> recognised, Deadline deadline) {
      this.document = document;
      this.recognised = recognised;
      this.deadline = deadline;
    }

    SourceText text() {
      var pages = document.getNumberOfPages();
      if (pages == 0) {
        throw Guarded.damaged("It has no pages", null);
      }
      if (pages > limits.pages()) {
        throw Guarded.tooComplex("It has " + pages + " pages, more than " + limits.pages(), null);
      }
      var texts = new ArrayList<PageText>();
      for (var page = 1; page <= pages; page++) {
        deadline.check();
        var printed = printed(page);
        if (printed != null) {
          texts.add(PageText.of(printed));
        }
      }
      if (texts.isEmpty() && flags.stream().noneMatch(flag -> flag.kind() == Kind.SCANNED)) {
        throw withoutText(remarks);
      }
      return new SourceText(
          blocks(texts), pages, title(document), created(document), remarks, flags);
    }

    /// A page that can be read; null, and a flag, if it cannot.
    private @Nullable PrintedPage printed(int page) {
      try {
        var printed = PageReader.read(document.getPage(page - 1), page, limits, deadline);
        if (printed.isScanned()) {
          return recognised(printed);
        }
        if (printed.isGibberish()) {
          flag(
              PageFlag.of(page, Kind.GARBLED),
              "Page " + page + " is left out: its fonts do not say what their characters mean");
          return null;
        }
        if (printed.recognised()) {
          flag(
              new PageFlag(page, Kind.RECOGNISED, 0),
              "Page " + page + " is a picture with text that its scanner recognised");
        }
        return printed.isBlank() ? null : printed;
      } catch (IOException | IllegalArgumentException | IllegalStateException e) {
        flag(
            PageFlag.of(page, Kind.DAMAGED),
            "Page " + page + " is damaged and left out: " + e.getMessage());
        return null;
      }
    }

    /// What was recognised on a page that is a picture; else what little is printed on it.
    private @Nullable PrintedPage recognised(PrintedPage printed) {
      var page = printed.page();
      var words = recognised.getOrDefault(page, List.of());
      if (words.isEmpty()) {
        flag(PageFlag.of(page, Kind.SCANNED), "Page " + page + " is a picture without text");
        return printed.isBlank() ? null : printed;
      }
      var confidence =
          (int) Math.round(words.stream().mapToInt(PrintedWord::confidence).average().orElse(0));
      flag(
          new PageFlag(page, Kind.RECOGNISED, confidence),
          "Page %d is a picture; its text was recognised, with a confidence of %d %%"
              .formatted(page, confidence));
      var box = document.getPage(page - 1).getCropBox();
      var sideways = document.getPage(page - 1).getRotation() % 180 != 0;
      return RecognisedPage.of(
          page,
          sideways ? box.getHeight() : box.getWidth(),
          sideways ? box.getWidth() : box.getHeight(),
          words);
    }

    private void flag(PageFlag flag, String remark) {
      flags.add(flag);
      remarks.add(remark);
    }
  }

  private static List<Block> blocks(List<PageText> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    var bare = RunningLines.removedFrom(texts).stream().map(ContentsPages::removedFrom).toList();
    var isAllGone =
        bare.stream().allMatch(page -> page.lines().isEmpty() && page.grids().isEmpty());
    return BlockMaker.blocks(Flows.of(isAllGone ? texts : bare));
  }

  private static UnreadableFileException withoutText(List<String> remarks) {
    return new UnreadableFileException(
        Intake.Reason.NO_TEXT,
        null,
        "It holds no text that can be read"
            + (remarks.isEmpty() ? "" : " (" + remarks.getFirst() + ")")
            + ": it seems to be drawn or scanned",
        "Hand in the PDF that was made from the text, or one with recognised text (OCR)",
        null);
  }

  private static @Nullable String title(PDDocument document) {
    var title = document.getDocumentInformation().getTitle();
    return title == null || title.isBlank() ? null : title.strip();
  }

  private static @Nullable Instant created(PDDocument document) {
    var created = document.getDocumentInformation().getCreationDate();
    return created == null ? null : created.toInstant();
  }
}
