package onrecord.corpus;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import onrecord.corpus.apart.FilesApart;
import onrecord.corpus.catalogue.Catalogue;
import onrecord.corpus.catalogue.Database;
import onrecord.corpus.catalogue.PageRenderer;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.pdf.PdfLimits;
import onrecord.corpus.pdf.PdfPages;
import onrecord.corpus.pdf.PdfReader;
import onrecord.corpus.recognition.RecognisingReader;
import onrecord.corpus.recognition.Tesseract;

/// Opens a corpus.
public final class Corpora {

  /// The tables of a corpus.
  public static final Schema SCHEMA = Database.SCHEMA;

  private Corpora() {}

  /// What one file may cost before it is refused.
  ///
  /// @param bytes its greatest size
  /// @param time how long it may take to read, of a processor: what others do on the machine does
  ///   not count
  /// @param memory how many bytes of memory its reading may take
  /// @param atOnce how many files are read at the same time
  public record Limits(long bytes, Duration time, long memory, int atOnce) {

    public static final Limits DEFAULT =
        new Limits(100L << 20, Duration.ofMinutes(2), 512L << 20, 4);
  }

  /// The corpus in a data directory, which is made if it is not there. Files are read within this
  /// process: for tools that are handed nothing by strangers.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static CuratedCorpus open(Path dataDirectory) {
    var storage = Storage.in(dataDirectory);
    var limits = Limits.DEFAULT;
    var pdf = new PdfReader(PdfLimits.USUAL.within(limits.time()));
    var pages = new PdfPages();
    var within = new Formats.Limits(limits.bytes(), limits.time(), limits.atOnce());
    return open(
        storage,
        new RecognisingReader(
            (file, words) -> new Formats(one -> pdf.read(one, words), within).read(file),
            pages::scan,
            Tesseract::installed),
        pages::png,
        Clock.systemUTC(),
        storage::close);
  }

  /// The corpus in a storage, which the caller closes. Files are read in processes of their own.
  ///
  /// @param clock tells what is published by now
  public static CuratedCorpus open(Storage storage, Limits limits, Clock clock) {
    var files =
        new FilesApart(
            new FilesApart.Limits(limits.bytes(), limits.time(), limits.memory(), limits.atOnce()));
    return open(
        storage,
        new RecognisingReader(files::read, files::scan, Tesseract::installed),
        files::draw,
        clock,
        files::close);
  }

  private static CuratedCorpus open(
      Storage storage,
      DocumentReader reader,
      PageRenderer renderer,
      Clock clock,
      Runnable whenClosed) {
    return new Catalogue(
        new Database(storage, whenClosed),
        storage.directory().resolve("originals"),
        reader,
        new FigureReader()::read,
        renderer,
        clock);
  }
}
