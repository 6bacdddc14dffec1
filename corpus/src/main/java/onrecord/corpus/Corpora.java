package onrecord.corpus;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import onrecord.corpus.catalogue.Catalogue;
import onrecord.corpus.catalogue.Database;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.pdf.PdfPages;
import onrecord.corpus.pdf.PdfReader;

/// Opens a corpus.
public final class Corpora {

  /// The tables of a corpus.
  public static final Schema SCHEMA = Database.SCHEMA;

  private Corpora() {}

  /// What one file may cost before it is refused.
  ///
  /// @param bytes its greatest size
  /// @param time how long it may take to read
  /// @param atOnce how many files are read at the same time
  public record Limits(long bytes, Duration time, int atOnce) {

    public static final Limits DEFAULT = new Limits(100L << 20, Duration.ofMinutes(2), 4);
  }

  /// The corpus in a data directory, which is made if it is not there.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static CuratedCorpus open(Path dataDirectory) {
    var storage = Storage.in(dataDirectory);
    return open(storage, Limits.DEFAULT, Clock.systemUTC(), storage::close);
  }

  /// The corpus in a storage, which the caller closes.
  ///
  /// @param clock tells what is published by now
  public static CuratedCorpus open(Storage storage, Limits limits, Clock clock) {
    return open(storage, limits, clock, () -> {});
  }

  private static CuratedCorpus open(
      Storage storage, Limits limits, Clock clock, Runnable whenClosed) {
    return new Catalogue(
        new Database(storage, whenClosed),
        storage.directory().resolve("originals"),
        new Formats(
            new PdfReader(), new Formats.Limits(limits.bytes(), limits.time(), limits.atOnce())),
        new FigureReader()::read,
        new PdfPages()::png,
        clock);
  }
}
