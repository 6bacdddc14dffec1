package onrecord.corpus.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Intake;
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

  private final PdfLimits limits;

  public PdfReader() {
    this(PdfLimits.USUAL);
  }

  public PdfReader(PdfLimits limits) {
    this.limits = limits;
  }

  @Override
  public SourceText read(Path file) {
    return Guarded.run(file, limits.time(), () -> readNow(file));
  }

  private SourceText readNow(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw new UnreadableFileException(
          Intake.Reason.EMPTY,
          null,
          "The file is empty",
          "Hand in the file with its content",
          null);
    }
    var deadline = Deadline.in(limits.time());
    try (var document = open(file)) {
      return text(document, deadline);
    }
  }

  static PDDocument open(Path file) throws IOException {
    return Loader.loadPDF(
        file.toFile(), MemoryUsageSetting.setupMixed(MAIN_MEMORY_BYTES).streamCache);
  }

  private SourceText text(PDDocument document, Deadline deadline) throws IOException {
    var pages = document.getNumberOfPages();
    if (pages == 0) {
      throw Guarded.damaged("It has no pages", null);
    }
    if (pages > limits.pages()) {
      throw Guarded.tooComplex("It has " + pages + " pages, more than " + limits.pages(), null);
    }
    var remarks = new ArrayList<String>();
    var texts = new ArrayList<PageText>();
    for (var page = 1; page <= pages; page++) {
      deadline.check();
      var printed = printed(document, page, deadline, remarks);
      if (printed != null) {
        texts.add(PageText.of(printed));
      }
    }
    if (texts.isEmpty()) {
      throw withoutText(remarks);
    }
    return new SourceText(
        blocks(texts), pages, title(document), created(document), List.copyOf(remarks));
  }

  private static List<Block> blocks(List<PageText> texts) {
    var bare = RunningLines.removedFrom(texts).stream().map(ContentsPages::removedFrom).toList();
    var isAllGone =
        bare.stream().allMatch(page -> page.lines().isEmpty() && page.grids().isEmpty());
    return BlockMaker.blocks(Flows.of(isAllGone ? texts : bare));
  }

  /// A page that can be read; null, and a remark, if it cannot.
  private @Nullable PrintedPage printed(
      PDDocument document, int page, Deadline deadline, List<String> remarks) {
    try {
      var printed = PageReader.read(document.getPage(page - 1), page, limits, deadline);
      var remark = remark(printed);
      if (remark == null) {
        return printed.isBlank() ? null : printed;
      }
      remarks.add(remark);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      remarks.add("Page " + page + " is damaged and left out: " + e.getMessage());
    }
    return null;
  }

  private static @Nullable String remark(PrintedPage printed) {
    if (printed.isGibberish()) {
      return "Page "
          + printed.page()
          + " is left out: its fonts do not say what their characters mean";
    }
    if (printed.isBlank() && printed.pictures() > 0) {
      return "Page " + printed.page() + " holds pictures and no text";
    }
    return null;
  }

  private static UnreadableFileException withoutText(List<String> remarks) {
    return new UnreadableFileException(
        Intake.Reason.NO_TEXT,
        null,
        "It holds no text that can be read"
            + (remarks.isEmpty() ? "" : " (" + remarks.getFirst() + ")")
            + ": it seems to be scanned",
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
