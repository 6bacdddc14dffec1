package onrecord.retrieval.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.PassageId;
import onrecord.retrieval.SearchIndex.Progress;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.ranking.Candidate;
import onrecord.retrieval.structure.Statement;

/// One index of a corpus, made by one version of the program with one pair of models, and how it
/// keeps up with the corpus.
///
/// Each disclosure's passages bear the edition they were made from, so that what a crash cut short
/// tells what it lacks.
final class Generation implements AutoCloseable {

  private final Corpus corpus;
  private final PassageStore store;
  private final Vectors vectors;
  private final VectorWork work;
  private final Runnable settled;
  private final Map<DisclosureId, String> editions = new HashMap<>();

  /// With their vectors, not yet written.
  private final List<IndexedPassage> ready = new ArrayList<>();

  private volatile InHand inHand = new InHand("", Map.of());

  /// Held while passages are written, so that a vector never overwrites a newer edition.
  private final Lock writing = new ReentrantLock();

  /// @param settled told each time that new vectors can be searched
  Generation(
      Corpus corpus, PassageStore store, Vectors vectors, int vectorThreads, Runnable settled)
      throws IOException {
    this.corpus = corpus;
    this.store = store;
    this.vectors = vectors;
    this.settled = settled;
    for (var edition : store.editions()) {
      editions.put(new DisclosureId(edition.substring(0, edition.lastIndexOf('@'))), edition);
    }
    this.work = new VectorWork(vectorThreads, this::computeVector, this::settle);
    work.add(store.pending());
  }

  Origin origin() {
    return store.origin();
  }

  /// @throws StoreClosedException if another took its place meanwhile
  List<Candidate> candidates(Asked asked) throws IOException {
    return store.candidates(asked, vectors);
  }

  // --- keeping up with the corpus

  /// @see PassageStore#isWritable
  boolean isWritable() {
    return store.isWritable();
  }

  /// Makes what was published searchable by words, and sets about its vectors.
  void reconcile(List<Disclosure> published) throws IOException {
    writing.lock();
    try {
      var present = new HashSet<DisclosureId>();
      for (var disclosure : published) {
        present.add(disclosure.id());
        if (!IndexedPassage.edition(disclosure).equals(editions.get(disclosure.id()))) {
          replace(disclosure);
        }
      }
      dropAllBut(present);
      store.settle();
    } finally {
      writing.unlock();
    }
  }

  private void replace(Disclosure disclosure) throws IOException {
    var passages = IndexedPassage.of(disclosure, corpus.passages(disclosure.id()), vectors::known);
    if (passages.isEmpty()) {
      store.remove(disclosure.id());
    } else {
      store.replace(passages);
    }
    editions.put(disclosure.id(), IndexedPassage.edition(disclosure));
    work.add(
        passages.stream()
            .filter(passage -> passage.vector().isEmpty())
            .map(passage -> passage.passage().id())
            .toList());
  }

  private void dropAllBut(Set<DisclosureId> present) throws IOException {
    for (var id : List.copyOf(editions.keySet())) {
      if (!present.contains(id)) {
        store.remove(id);
        editions.remove(id);
      }
    }
  }

  // --- vectors

  private void computeVector(PassageId id) {
    var passage = corpus.passage(id);
    var disclosure = corpus.disclosure(id.disclosure());
    if (passage.isEmpty() || disclosure.isEmpty()) {
      return;
    }
    var text = EmbeddingText.of(disclosure.get(), passage.get());
    if (!vectors.canRead(text)) {
      return;
    }
    var vector = vectors.known(text).orElseGet(() -> vectors.computed(text));
    var statement = statements(disclosure.get()).get(id);
    var complete =
        new IndexedPassage(disclosure.get(), passage.get(), statement, text, Optional.of(vector));
    writing.lock();
    try {
      ready.add(complete);
    } finally {
      writing.unlock();
    }
  }

  /// Those of the disclosure in hand are kept, since its passages come one after another.
  private Map<PassageId, Statement> statements(Disclosure disclosure) {
    var edition = IndexedPassage.edition(disclosure);
    var known = inHand;
    if (!known.edition.equals(edition)) {
      known = new InHand(edition, Statement.in(corpus.passages(disclosure.id())));
      inHand = known;
    }
    return known.statements;
  }

  private record InHand(String edition, Map<PassageId, Statement> statements) {}

  /// Makes new vectors searchable and safe; those that cannot be written wait for the next time.
  private void settle() throws IOException {
    writing.lock();
    try {
      store.update(ready.stream().filter(this::isPresent).toList());
      store.settle();
      ready.clear();
    } finally {
      writing.unlock();
    }
    settled.run();
  }

  private boolean isPresent(IndexedPassage passage) {
    return passage.edition().equals(editions.get(passage.disclosure().id()));
  }

  /// @throws IllegalStateException if some have none because the model failed
  void awaitVectors() throws InterruptedException {
    work.await();
  }

  Progress progress() throws IOException {
    return store.progress();
  }

  /// Whether each passage can be found by words and by meaning.
  boolean isComplete() throws IOException {
    var progress = progress();
    return progress.vectors() == progress.passages();
  }

  @Override
  public void close() throws IOException {
    work.close();
    writing.lock();
    try {
      store.close();
    } finally {
      writing.unlock();
    }
  }
}
