package onrecord.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import onrecord.corpus.catalogue.Catalogue;
import onrecord.corpus.catalogue.Database;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.Formats;

/// Opens a corpus.
public final class Corpora {

  private Corpora() {}

  /// The corpus in a data directory, which is made if it is not there.
  ///
  /// @throws DataDirectoryInUseException if another process has it open
  public static Corpus open(Path dataDirectory) {
    return open(dataDirectory, Formats.Limits.DEFAULT);
  }

  private static Corpus open(Path dataDirectory, Formats.Limits limits) {
    try {
      Files.createDirectories(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the data directory " + dataDirectory, e);
    }
    return new Catalogue(
        Database.inDirectory(dataDirectory),
        dataDirectory.resolve("originals"),
        new Formats(
            file -> {
              throw new UnreadableFileException(
                  Intake.Reason.WRONG_TYPE, null, file + " is a PDF.", "Hand in text.", null);
            },
            limits),
        (disclosure, passages) -> List.of(),
        (file, page, marked) -> {
          throw new NoSuchElementException("No page " + page);
        },
        Clock.systemUTC());
  }
}
