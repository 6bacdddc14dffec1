package onrecord.corpus.document;

import java.nio.file.Path;

/// Reads files of one format.
public interface DocumentReader {

  /// @throws UnreadableFileException if it cannot be taken, with the reason and the remedy
  SourceText read(Path file);
}
