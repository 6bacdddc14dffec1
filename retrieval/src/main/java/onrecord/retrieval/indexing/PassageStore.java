package onrecord.retrieval.indexing;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.PassageId;
import onrecord.retrieval.SearchIndex.Progress;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.ranking.Candidate;

/// Where an engine keeps the passages of one generation, and finds them.
///
/// Searched by many threads; written by one at a time. What is written is there for good, and
/// found, from the next [#settle] on.
public interface PassageStore extends AutoCloseable {

  /// What it was made by.
  Origin origin();

  /// The editions of the disclosures that it holds whole.
  Collection<String> editions() throws IOException;

  /// The passages that await their vectors.
  List<PassageId> pending() throws IOException;

  /// Puts passages in the place of all of the same disclosure. Whoever looks at [#editions] after a
  /// crash in the middle of it finds the disclosure missing.
  ///
  /// @param passages one or more, all of one disclosure
  void replace(List<IndexedPassage> passages) throws IOException;

  /// Removes a disclosure's passages.
  void remove(DisclosureId id) throws IOException;

  /// Puts passages in the place of themselves, now with their vectors.
  void update(List<IndexedPassage> passages) throws IOException;

  /// Whether it can be written at all, now or later; never again once its files are gone.
  boolean isWritable();

  /// Makes what was written safe and searchable.
  void settle() throws IOException;

  /// The passages that words or meaning find.
  ///
  /// @param vectors to turn the question into one
  /// @throws StoreClosedException if it was closed meanwhile
  List<Candidate> candidates(Asked asked, Vectors vectors) throws IOException;

  /// How many passages can be found.
  Progress progress() throws IOException;

  @Override
  void close() throws IOException;
}
