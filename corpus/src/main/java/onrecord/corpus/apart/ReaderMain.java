package onrecord.corpus.apart;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.pdf.PdfLimits;
import onrecord.corpus.pdf.PdfPages;
import onrecord.corpus.pdf.PdfReader;
import onrecord.corpus.pdf.PrintedWord;

/// The program of a process that reads files for another: requests come on its input, replies go
/// out on its output, one after the other. It ends when its input does.
public final class ReaderMain {

  /// What is asked for.
  static final byte READ = 1;

  static final byte DRAW = 2;
  static final byte SCAN = 3;

  /// What is replied.
  static final byte DONE = 1;

  static final byte REFUSED = 2;

  private final PdfReader pdf;
  private final PdfPages pages = new PdfPages();
  private final Formats.Limits limits;
  private final DataOutputStream out;

  private ReaderMain(Formats.Limits limits, DataOutputStream out) {
    this.pdf = new PdfReader(PdfLimits.USUAL.within(limits.time()));
    this.limits = limits;
    this.out = out;
  }

  /// @param arguments the greatest size of a file in bytes, and the longest reading in milliseconds
  ///   of a processor
  public static void main(String[] arguments) throws IOException {
    var out = new DataOutputStream(System.out);
    // What a library prints must not get between the replies.
    System.setOut(new PrintStream(System.err, true, System.err.charset()));
    var limits =
        new Formats.Limits(
            Long.parseLong(arguments[0]), Duration.ofMillis(Long.parseLong(arguments[1])), 1);
    new ReaderMain(limits, out).serve(new DataInputStream(new BufferedInputStream(System.in)));
  }

  /// Works beside the reading of its input, so that it ends with the other process whatever it is
  /// at.
  private void serve(DataInputStream in) throws IOException {
    try (var worker = Executors.newSingleThreadExecutor()) {
      while (true) {
        var request = Wire.bytes(in);
        worker.execute(() -> reply(request));
      }
    } catch (EOFException otherProcessEnded) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void reply(byte[] request) {
    try {
      Wire.bytes(out, answer(new DataInputStream(new ByteArrayInputStream(request))));
      out.flush();
    } catch (IOException otherProcessEnded) {
      Runtime.getRuntime().halt(1);
    }
  }

  private byte[] answer(DataInputStream request) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var reply = new DataOutputStream(bytes);
    try {
      var done = done(request);
      reply.writeByte(DONE);
      reply.write(done);
    } catch (UnreadableFileException e) {
      reply.writeByte(REFUSED);
      Wire.write(reply, e);
    } catch (RuntimeException | Error e) {
      // Whatever it is, the other process waits for a reply.
      reply.writeByte(REFUSED);
      Wire.write(
          reply,
          new UnreadableFileException(
              Reason.DAMAGED,
              null,
              "It is damaged: " + e,
              "Open it in the program that made it, save it again, and hand in the new file.",
              e));
    }
    return bytes.toByteArray();
  }

  private byte[] done(DataInputStream request) throws IOException {
    var verb = request.readByte();
    var file = Path.of(Wire.string(request));
    return switch (verb) {
      case READ -> read(file, words(request));
      case DRAW -> pages.png(file, request.readInt(), Wire.list(request, () -> Wire.box(request)));
      case SCAN -> pages.scan(file, request.readInt());
      default -> throw new IOException("Unknown request " + verb);
    };
  }

  private byte[] read(Path file, Map<Integer, List<PrintedWord>> recognised) throws IOException {
    var formats = new Formats(pdfFile -> pdf.read(pdfFile, recognised), limits);
    var bytes = new ByteArrayOutputStream();
    Wire.write(new DataOutputStream(bytes), formats.read(file));
    return bytes.toByteArray();
  }

  private static Map<Integer, List<PrintedWord>> words(DataInputStream in) throws IOException {
    var words = new HashMap<Integer, List<PrintedWord>>();
    for (var pages = in.readInt(); pages > 0; pages--) {
      words.put(in.readInt(), Wire.list(in, () -> Wire.word(in)));
    }
    return words;
  }
}
