package onrecord.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import onrecord.corpus.catalogue.Catalogue;
import onrecord.corpus.catalogue.Database;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.pdf.PdfPages;
import onrecord.corpus.pdf.PdfReader;

/// Opens a corpus.
public final class Corpora {

  private Corpora() {}

  /// The corpus in a data directory, which is made if it is not there.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static Corpus open(Path dataDirectory) {
    try {
      Files.createDirectories(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the data directory " + dataDirectory, e);
    }
    return new Catalogue(
        Database.inDirectory(dataDirectory),
        dataDirectory.resolve("originals"),
        new Formats(new PdfReader(), Formats.Limits.DEFAULT),
        new FigureReader()::read,
        new PdfPages()::png,
        Clock.systemUTC());
  }
}
