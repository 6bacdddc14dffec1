package onrecord.retrieval.lucene;

import java.io.IOException;
import java.nio.file.Path;
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
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// One Lucene index of a corpus, with one document a passage, made by one version of the program
/// with one pair of models.
///
/// Each disclosure's passages are replaced in one step, and each bears the edition it was made
/// from, so that any commit, also one cut short by a crash, tells what it lacks.
final class Generation implements AutoCloseable {

  private final Corpus corpus;
  private final GenerationFiles files;
  private final Vectors vectors;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final CandidateSearch search;
  private final VectorWork work;
  private final Runnable settled;
  private final Map<DisclosureId, String> editions = new HashMap<>();

  private volatile InHand inHand = new InHand("", Map.of());

  /// Held while documents are written, so that a vector never overwrites a newer edition.
  private final Lock writing = new ReentrantLock();

  /// @param settled told each time that new vectors can be searched
  Generation(
      Corpus corpus, GenerationFiles files, Vectors vectors, int vectorThreads, Runnable settled)
      throws IOException {
    this.corpus = corpus;
    this.files = files;
    this.vectors = vectors;
    this.settled = settled;
    this.writer = files.write();
    this.searchers = new SearcherManager(writer, new Bm25Searchers());
    this.search = new CandidateSearch(vectors);
    this.work = new VectorWork(vectorThreads, this::addVector, this::settle);
    readEditions();
    resume();
  }

  private static final class Bm25Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(GenerationFiles.similarity());
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  Path directory() {
    return files.directory();
  }

  /// @throws org.apache.lucene.store.AlreadyClosedException if another took its place meanwhile
  List<Candidate> candidates(Asked asked) throws IOException {
    return searching(searcher -> search.candidates(searcher, asked));
  }

  private <T> T searching(Task<T> task) throws IOException {
    var searcher = searchers.acquire();
    try {
      return task.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  private interface Task<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  // --- keeping up with the corpus

  /// Makes what was published searchable by words, and sets about its vectors.
  void reconcile(List<Disclosure> published) throws IOException {
    writing.lock();
    try {
      var present = new HashSet<DisclosureId>();
      for (var disclosure : published) {
        present.add(disclosure.id());
        if (!PassageDocuments.edition(disclosure).equals(editions.get(disclosure.id()))) {
          replace(disclosure);
        }
      }
      dropAllBut(present);
      if (writer.hasUncommittedChanges()) {
        writer.commit();
      }
      searchers.maybeRefreshBlocking();
    } finally {
      writing.unlock();
    }
  }

  private void replace(Disclosure disclosure) throws IOException {
    var documents = new ArrayList<Document>();
    var pending = new ArrayList<PassageId>();
    var passages = corpus.passages(disclosure.id());
    var statements = Statement.in(passages);
    for (var passage : passages) {
      if (PassageDocuments.isFindable(passage)) {
        var text = EmbeddingText.of(disclosure, passage);
        var vector = vectors.known(text);
        documents.add(
            PassageDocuments.of(
                disclosure, passage, statements.get(passage.id()), text.chinese(), vector));
        if (vector.isEmpty()) {
          pending.add(passage.id());
        }
      }
    }
    var former = new Term(Fields.DISCLOSURE, disclosure.id().value());
    if (documents.isEmpty()) {
      writer.deleteDocuments(former);
    } else {
      writer.updateDocuments(former, documents);
    }
    editions.put(disclosure.id(), PassageDocuments.edition(disclosure));
    work.add(pending);
  }

  private void dropAllBut(Set<DisclosureId> present) throws IOException {
    for (var id : List.copyOf(editions.keySet())) {
      if (!present.contains(id)) {
        writer.deleteDocuments(new Term(Fields.DISCLOSURE, id.value()));
        editions.remove(id);
      }
    }
  }

  /// What the index on disk was made from.
  private void readEditions() throws IOException {
    for (var edition : searching(Generation::editions)) {
      editions.put(new DisclosureId(edition.substring(0, edition.lastIndexOf('@'))), edition);
    }
  }

  private static List<String> editions(IndexSearcher searcher) throws IOException {
    var editions = new ArrayList<String>();
    var indexed = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EDITION);
    if (indexed != null) {
      var each = indexed.iterator();
      for (var edition = each.next(); edition != null; edition = each.next()) {
        if (searcher.count(new TermQuery(new Term(Fields.EDITION, edition))) > 0) {
          editions.add(edition.utf8ToString());
        }
      }
    }
    return editions;
  }

  // --- vectors

  /// Passages whose vectors an earlier run did not come to.
  private void resume() throws IOException {
    work.add(searching(searcher -> pending(searcher.getIndexReader())));
  }

  private static List<PassageId> pending(IndexReader reader) throws IOException {
    var pending = new ArrayList<PassageId>();
    for (var leaf : reader.leaves()) {
      var postings = leaf.reader().postings(new Term(Fields.PENDING, "true"), PostingsEnum.NONE);
      var live = leaf.reader().getLiveDocs();
      var ids = leaf.reader().getBinaryDocValues(Fields.ID);
      while (postings != null
          && ids != null
          && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if ((live == null || live.get(postings.docID())) && ids.advanceExact(postings.docID())) {
          pending.add(new PassageId(ids.binaryValue().utf8ToString()));
        }
      }
    }
    return pending;
  }

  private void addVector(PassageId id) throws IOException {
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
    var document =
        PassageDocuments.of(
            disclosure.get(), passage.get(), statement, text.chinese(), Optional.of(vector));
    writing.lock();
    try {
      if (PassageDocuments.edition(disclosure.get()).equals(editions.get(id.disclosure()))) {
        writer.updateDocument(new Term(Fields.ID, id.value()), document);
      }
    } finally {
      writing.unlock();
    }
  }

  /// Those of the disclosure in hand are kept, since its passages come one after another.
  private Map<PassageId, Statement> statements(Disclosure disclosure) {
    var edition = PassageDocuments.edition(disclosure);
    var known = inHand;
    if (!known.edition.equals(edition)) {
      known = new InHand(edition, Statement.in(corpus.passages(disclosure.id())));
      inHand = known;
    }
    return known.statements;
  }

  private record InHand(String edition, Map<PassageId, Statement> statements) {}

  /// Makes new vectors searchable and safe.
  private void settle() throws IOException {
    writer.commit();
    searchers.maybeRefreshBlocking();
    settled.run();
  }

  /// @throws IllegalStateException if some have none because the model failed
  void awaitVectors() throws InterruptedException {
    work.await();
  }

  Progress progress() throws IOException {
    return searching(searcher -> {
      var passages = searcher.getIndexReader().numDocs();
      var pending = searcher.count(new TermQuery(new Term(Fields.PENDING, "true")));
      return new Progress(passages, passages - pending);
    });
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
    try (var _ = writer.getDirectory();
        var _ = writer;
        var _ = searchers) {
      // Closed in reverse: searchers, writer (which commits), directory.
    } finally {
      writing.unlock();
    }
  }
}
