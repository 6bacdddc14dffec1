package onrecord.retrieval.indexing;

import java.io.IOException;
import java.util.List;
import onrecord.retrieval.EmbeddingModels;

/// The generations of one index that an engine keeps.
public interface PassageStores extends AutoCloseable {

  /// Those that can be used, newest first; what is damaged, half-written or of another version is
  /// removed.
  List<Origin> usable() throws IOException;

  /// An empty one, newer than all others.
  Origin next(EmbeddingModels models) throws IOException;

  /// Opens one, or makes it.
  PassageStore open(Origin origin) throws IOException;

  /// Makes known which one answers from now on.
  void announce(Origin serving) throws IOException;

  /// Removes what a closed one held.
  void remove(Origin former) throws IOException;

  @Override
  void close() throws IOException;
}
