package onrecord.corpus.apart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onrecord.corpus.Box;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.document.WorkingTime;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.pdf.PdfLimits;
import onrecord.corpus.pdf.PdfReader;
import onrecord.corpus.pdf.PrintedWord;
import org.jspecify.annotations.Nullable;

/// Reads and draws files in processes of their own.
///
/// A thread that reads a hostile file cannot be stopped, and memory that it takes is taken from
/// everybody; a process can be ended, and its memory is its own. Processes are started when files
/// come, read one after the other, and end when no more have come for a while.
public final class FilesApart implements AutoCloseable {

  /// What one file may cost.
  ///
  /// @param bytes its greatest size
  /// @param time how long it may take to read, of a processor
  /// @param memory how many bytes of memory the process has that reads it
  /// @param atOnce how many are read at the same time
  public record Limits(long bytes, Duration time, long memory, int atOnce) {}

  /// A process watches the time of its reading by itself. One that does not is ended when it has
  /// worked so many times as long: what it does besides, such as collecting garbage, counts too.
  private static final int TIMES_IN_ALL = 2;

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long BETWEEN_LOOKS_MS = 500;

  private static final Duration LONGEST_DRAWING = Duration.ofSeconds(20);
  private static final Duration LONGEST_REST = Duration.ofSeconds(60);

  private final Limits limits;
  private final Semaphore reading;

  /// Of their own: who looks at a page does not wait for files that take long to read.
  private final Semaphore drawing;

  /// Reads what can do no harm, for which no process need be started.
  private final Formats texts;

  private final Deque<ReaderProcess> resting = new ArrayDeque<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("readers' clock").factory());

  public FilesApart(Limits limits) {
    this.limits = limits;
    this.reading = new Semaphore(limits.atOnce());
    this.drawing = new Semaphore(limits.atOnce());
    this.texts =
        new Formats(
            new PdfReader(PdfLimits.USUAL.within(limits.time())),
            new Formats.Limits(limits.bytes(), limits.time(), limits.atOnce()));
    var rest = LONGEST_REST.toSeconds();
    clock.scheduleWithFixedDelay(this::endRested, rest, rest, TimeUnit.SECONDS);
  }

  /// @param recognised the words of pages that are pictures, by page
  /// @throws UnreadableFileException if it cannot be taken
  public SourceText read(Path file, Map<Integer, List<PrintedWord>> recognised) {
    if (Formats.isShortText(file)) {
      return texts.read(file);
    }
    return ask(
        reading,
        file,
        limits.time(),
        request -> {
          request.writeByte(ReaderMain.READ);
          Wire.string(request, file.toAbsolutePath().toString());
          request.writeInt(recognised.size());
          for (var page : recognised.entrySet()) {
            request.writeInt(page.getKey());
            Wire.list(request, page.getValue(), word -> Wire.word(request, word));
          }
        },
        Wire::text);
  }

  /// A page as a PNG image, with boxes marked.
  ///
  /// @param page from 1
  /// @throws UnreadableFileException if it cannot be drawn
  public byte[] draw(Path file, int page, List<Box> marked) {
    return ask(
        drawing,
        file,
        LONGEST_DRAWING,
        request -> {
          request.writeByte(ReaderMain.DRAW);
          Wire.string(request, file.toAbsolutePath().toString());
          request.writeInt(page);
          Wire.list(request, marked, box -> Wire.box(request, box));
        },
        DataInputStream::readAllBytes);
  }

  /// A page as a PNG image in which its text can be recognised.
  ///
  /// @param page from 1
  /// @throws UnreadableFileException if it cannot be drawn
  public byte[] scan(Path file, int page) {
    return ask(
        reading,
        file,
        LONGEST_DRAWING,
        request -> {
          request.writeByte(ReaderMain.SCAN);
          Wire.string(request, file.toAbsolutePath().toString());
          request.writeInt(page);
        },
        DataInputStream::readAllBytes);
  }

  private interface Reply<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> T ask(
      Semaphore places,
      Path file,
      Duration time,
      Wire.Writer<DataOutputStream> request,
      Reply<T> expected) {
    places.acquireUninterruptibly();
    try {
      var bytes = new ByteArrayOutputStream();
      request.write(new DataOutputStream(bytes));
      var reply =
          new DataInputStream(new ByteArrayInputStream(ask(file, time, bytes.toByteArray())));
      if (reply.readByte() == ReaderMain.REFUSED) {
        throw Wire.refusal(reply);
      }
      return expected.read(reply);
    } catch (IOException e) {
      throw new IllegalStateException("The reader of " + file + " cannot be understood", e);
    } finally {
      places.release();
    }
  }

  private byte[] ask(Path file, Duration time, byte[] request) throws IOException {
    var reader = next();
    var watch = watch(reader, new WorkingTime(time.multipliedBy(TIMES_IN_ALL).plus(GRACE)));
    try {
      var reply = reader.ask(request);
      if (isExhausting(reply)) {
        reader.end();
      } else {
        rest(reader);
      }
      return reply;
    } catch (IOException died) {
      throw refusal(file, time, reader, died);
    } finally {
      watch.cancel(false);
    }
  }

  private Future<?> watch(ReaderProcess reader, WorkingTime time) {
    var most = reader.worked().plus(time.limit());
    var end = System.nanoTime() + time.byTheClock().toNanos();
    return clock.scheduleWithFixedDelay(
        () -> {
          if (reader.worked().compareTo(most) > 0 || System.nanoTime() - end > 0) {
            reader.giveUp();
          }
        },
        BETWEEN_LOOKS_MS,
        BETWEEN_LOOKS_MS,
        TimeUnit.MILLISECONDS);
  }

  /// Whether a reader may still be at work on what it has refused.
  private static boolean isExhausting(byte[] reply) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(reply));
    return in.readByte() == ReaderMain.REFUSED && Wire.refusal(in).reason() == Reason.TOO_COMPLEX;
  }

  private UnreadableFileException refusal(
      Path file, Duration time, ReaderProcess reader, IOException died) {
    reader.end();
    if (reader.isOverdue()) {
      return tooComplex(file, "reading it takes more than " + time.toSeconds() + " seconds", died);
    }
    if (reader.isOutOfMemory()) {
      return tooComplex(
          file, "reading it takes more than %,d MB".formatted(limits.memory() >> 20), died);
    }
    return new UnreadableFileException(
        Reason.DAMAGED,
        null,
        file.getFileName() + " is damaged: the reader breaks down on it.",
        "Open it in the program that made it, save it again, and hand in the new file.",
        died);
  }

  private static UnreadableFileException tooComplex(Path file, String why, IOException cause) {
    return new UnreadableFileException(
        Reason.TOO_COMPLEX,
        null,
        file.getFileName() + " is too complex to be read safely: " + why + ".",
        "Print it to a new PDF, or split it, and hand it in again.",
        cause);
  }

  // --- who reads

  private ReaderProcess next() {
    for (var rested = rested(); rested != null; rested = rested()) {
      if (rested.isAlive()) {
        return rested;
      }
    }
    try {
      return ReaderProcess.start(limits);
    } catch (IOException e) {
      throw new IllegalStateException("No process can be started to read files in", e);
    }
  }

  private synchronized @Nullable ReaderProcess rested() {
    return resting.pollFirst();
  }

  private synchronized void rest(ReaderProcess reader) {
    reader.rest(System.nanoTime());
    resting.addFirst(reader);
  }

  private synchronized void endRested() {
    var latest = System.nanoTime() - LONGEST_REST.toNanos();
    resting.removeIf(reader -> {
      var tooLong = reader.idleSince() - latest < 0;
      if (tooLong) {
        reader.end();
      }
      return tooLong;
    });
  }

  @Override
  public synchronized void close() {
    clock.shutdownNow();
    resting.forEach(ReaderProcess::end);
    resting.forEach(ReaderProcess::awaitEnd);
    resting.clear();
  }
}
