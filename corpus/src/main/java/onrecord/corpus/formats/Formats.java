package onrecord.corpus.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.PageFlag;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.document.WorkingTime;

/// Reads a file of any supported format, within limits of size and time.
///
/// Each file is read on a thread of its own: one that does not come to an end in time is refused
/// and left behind, so that a hostile file cannot stop the others.
public final class Formats implements DocumentReader {

  /// What one file may cost.
  ///
  /// @param bytes its greatest size
  /// @param time how long it may take to read, of a processor
  /// @param atOnce how many files are read at the same time
  public record Limits(long bytes, Duration time, int atOnce) {

    public static final Limits DEFAULT = new Limits(100L << 20, Duration.ofMinutes(2), 4);
  }

  private static final long SHORT_BYTES = 1 << 20;

  private final Map<FileType, DocumentReader> readers = new EnumMap<>(FileType.class);
  private final Limits limits;
  private final Semaphore places;

  /// @param pdf reads PDF files; the others are read here
  public Formats(DocumentReader pdf, Limits limits) {
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce());
    readers.put(FileType.PDF, pdf);
    readers.put(FileType.DOCX, new DocxReader());
    readers.put(FileType.XLSX, new XlsxReader());
    readers.put(FileType.HTML, new HtmlReader());
    readers.put(FileType.MARKDOWN, new MarkdownReader());
    readers.put(FileType.TEXT, new PlainTextReader());
  }

  /// Whether a file is plain text that is done with in no time.
  public static boolean isShortText(Path file) {
    try {
      return Files.size(file) <= SHORT_BYTES && FileType.isPlain(file);
    } catch (IOException | UnreadableFileException _) {
      return false;
    }
  }

  @Override
  public SourceText read(Path file) {
    checkSize(file);
    var text = readInTime(file);
    var isScanned = text.flags().stream().anyMatch(flag -> flag.kind() == PageFlag.Kind.SCANNED);
    if (!isScanned && text.blocks().stream().noneMatch(Formats::hasText)) {
      throw new UnreadableFileException(
          Reason.NO_TEXT,
          null,
          file.getFileName() + " holds no text.",
          "Hand in the document with its text.",
          null);
    }
    return text;
  }

  private void checkSize(Path file) {
    try {
      var size = Files.size(file);
      if (size == 0) {
        throw new UnreadableFileException(
            Reason.EMPTY,
            null,
            file.getFileName() + " is empty.",
            "Download or export it again.",
            null);
      }
      if (size > limits.bytes()) {
        throw new UnreadableFileException(
            Reason.TOO_LARGE,
            null,
            "%s has %,d bytes; the limit is %,d."
                .formatted(file.getFileName(), size, limits.bytes()),
            "Reduce its images or split it.",
            null);
      }
    } catch (IOException e) {
      throw Content.damaged(file, "it cannot be read from disk", e);
    }
  }

  private SourceText readInTime(Path file) {
    var reading = new FutureTask<>(() -> readNow(file));
    var thread =
        Thread.ofPlatform().daemon().name("reading " + file.getFileName()).unstarted(reading);
    var held = false;
    try {
      places.acquire();
      held = true;
      thread.start();
      return new WorkingTime(limits.time()).await(reading, thread);
    } catch (TimeoutException e) {
      reading.cancel(true);
      throw Content.tooComplex(
          file, "reading it takes more than " + limits.time().toSeconds() + " seconds", e);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading " + file.getFileName(), e);
    } catch (ExecutionException e) {
      throw failure(file, Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      if (held) {
        places.release();
      }
    }
  }

  private SourceText readNow(Path file) {
    var type = FileType.of(file);
    var reader = readers.get(type);
    if (reader == null) {
      throw new IllegalStateException("No reader for " + type);
    }
    return reader.read(file);
  }

  private static RuntimeException failure(Path file, Throwable cause) {
    return switch (cause) {
      case UnreadableFileException refusal -> refusal;
      case StackOverflowError deep -> Content.tooComplex(file, "it is nested too deeply", deep);
      case OutOfMemoryError large -> Content.tooComplex(file, "it needs too much memory", large);
      default -> Content.damaged(file, "its structure cannot be understood", cause);
    };
  }

  private static boolean hasText(Block block) {
    return switch (block) {
      case Block.Heading heading -> !heading.text().isBlank();
      case Block.Paragraph paragraph -> !paragraph.text().isBlank();
      case Block.Table table ->
          table.rows().stream().flatMap(row -> row.stream()).anyMatch(c -> !c.text().isBlank());
    };
  }
}
