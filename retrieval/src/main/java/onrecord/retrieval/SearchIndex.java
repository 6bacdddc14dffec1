package onrecord.retrieval;

/// The searchable image of a corpus: made from the catalogue alone, and rebuilt from it whenever it
/// is missing, older or damaged.
public interface SearchIndex extends Retriever, AutoCloseable {

  /// Brings the index to the corpus' present revision: what is new or changed is searchable by
  /// words when this returns, and by meaning as its vectors arrive.
  void reconcile();

  /// How far it has come.
  Progress progress();

  /// Builds the index anew beside the present one, which serves until the new one is whole.
  void rebuild();

  /// Waits until each passage has its vector.
  ///
  /// @throws InterruptedException if the thread is interrupted meanwhile
  void awaitVectors() throws InterruptedException;

  @Override
  void close();

  /// @param passages searchable by words
  /// @param vectors of these, searchable by meaning too
  record Progress(int passages, int vectors) {}
}
