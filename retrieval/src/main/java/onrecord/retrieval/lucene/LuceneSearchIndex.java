package onrecord.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.analysis.PeriodWords;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.VectorStore;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.ranking.Candidate;
import onrecord.retrieval.ranking.Fusion;
import onrecord.retrieval.ranking.Ranking;
import onrecord.retrieval.ranking.Ranking.Ranked;
import onrecord.retrieval.ranking.SecondStage;
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

/// A Lucene index with one document a passage.
///
/// Each disclosure's passages are replaced in one step, and each bears the edition it was made
/// from, so that any commit, also one cut short by a crash, tells what it lacks.
public final class LuceneSearchIndex implements SearchIndex {

  /// Words and meaning together.
  public static final Ranking BOTH = new Fusion(0.4);

  /// The order that investors see; the weights were chosen by measurement.
  public static final Ranking BEST = new SecondStage(BOTH, 0.15, 0.1, 0.2, 0.1);

  /// Below a hundred the graph of quantised vectors misses near ones.
  private static final int LEAST_DEPTH = 100;

  private final Corpus corpus;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final VectorStore store;
  private final Vectors vectors;
  private final VectorWork work;
  private final Map<DisclosureId, String> editions = new HashMap<>();
  private volatile @Nullable CorpusRevision followed;

  /// Held while documents are written, so that a vector never overwrites a newer edition.
  private final Lock writing = new ReentrantLock();

  private LuceneSearchIndex(
      Corpus corpus,
      IndexWriter writer,
      VectorStore store,
      EmbeddingModels models,
      int vectorThreads)
      throws IOException {
    this.corpus = corpus;
    this.writer = writer;
    this.store = store;
    this.vectors = new Vectors(models, store);
    this.searchers = new SearcherManager(writer, new Bm25Searchers());
    this.work = new VectorWork(vectorThreads, this::addVector, this::settle);
  }

  /// @see onrecord.retrieval.SearchIndexes#open
  public static LuceneSearchIndex open(
      Corpus corpus, Path directory, EmbeddingModels models, int vectorThreads) {
    try {
      var writer = IndexFiles.open(directory.resolve("passages"), models);
      var store = VectorStore.open(directory.resolve("vectors.bin"));
      var index = new LuceneSearchIndex(corpus, writer, store, models, vectorThreads);
      index.readEditions();
      index.resume();
      index.reconcile();
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the index in " + directory, e);
    }
  }

  private static final class Bm25Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(IndexFiles.similarity());
      searcher.setQueryCache(null);
      return searcher;
    }
  }

  // --- searching

  @Override
  public List<Evidence> retrieve(Query query) {
    return retrieve(query, BEST);
  }

  /// The same in another order, for measuring.
  public List<Evidence> retrieve(Query query, Ranking ranking) {
    followCorpus();
    try {
      var searcher = searchers.acquire();
      try {
        return evidence(query, ranking.order(query, candidates(searcher, query)));
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  private List<Candidate> candidates(IndexSearcher searcher, Query query) throws IOException {
    var hints = query.period() == null ? List.<String>of() : PeriodWords.of(query.period());
    var terms = QueryTerms.of(query.text(), query.expansions(), hints);
    if (terms.weights().isEmpty()) {
      return List.of();
    }
    var labels = LabelSearch.labels(searcher.getIndexReader(), terms);
    var filter = Filters.of(query);
    var depth = Math.max(LEAST_DEPTH, query.k());
    var words = new LinkedHashMap<Integer, Double>();
    for (var hit : WordSearch.search(searcher, terms, labels, filter, depth)) {
      words.put(hit.doc, (double) hit.score);
    }
    var questions = questionVectors(searcher, query);
    for (var question : questions.entrySet()) {
      for (var hit :
          MeaningSearch.search(searcher, question.getKey(), question.getValue(), filter, depth)) {
        words.putIfAbsent(hit.doc, 0.0);
      }
    }
    return new CandidateReader(searcher.getIndexReader(), terms, labels, questions).read(words);
  }

  /// The question in each language in which it is worded and passages have vectors: itself in its
  /// own, its further wordings in the other.
  private Map<String, float[]> questionVectors(IndexSearcher searcher, Query query)
      throws IOException {
    var questions = new LinkedHashMap<String, float[]>();
    for (var chinese : List.of(true, false)) {
      var field = Fields.vector(chinese);
      var text = wording(query, chinese);
      if (!text.isBlank() && hasVectors(searcher.getIndexReader(), field)) {
        questions.put(field, vectors.of(EmbeddingText.of(chinese, text)));
      }
    }
    return questions;
  }

  private static String wording(Query query, boolean chinese) {
    if ((query.language() != Language.EN) == chinese) {
      return query.text();
    }
    return String.join(
        " ",
        query.expansions().stream()
            .filter(expansion -> Wording.isChinese(expansion) == chinese)
            .toList());
  }

  private static boolean hasVectors(IndexReader reader, String field) throws IOException {
    for (var leaf : reader.leaves()) {
      var values = leaf.reader().getFloatVectorValues(field);
      if (values != null && values.size() > 0) {
        return true;
      }
    }
    return false;
  }

  /// The corpus has the last word on what is in force, should it have changed since it was indexed.
  private List<Evidence> evidence(Query query, List<Ranked> ranked) {
    var evidence = new ArrayList<Evidence>();
    for (var each : ranked) {
      if (evidence.size() == query.k()) {
        break;
      }
      var id = new PassageId(each.candidate().id());
      var passage = corpus.passage(id);
      var disclosure = corpus.disclosure(id.disclosure());
      if (passage.isPresent()
          && disclosure.isPresent()
          && counts(query, passage.get(), disclosure.get())) {
        evidence.add(
            new Evidence(
                passage.get(),
                disclosure.get(),
                evidence.size() + 1,
                each.score(),
                each.candidate().coverage(),
                each.candidate().similarity()));
      }
    }
    return List.copyOf(evidence);
  }

  private static boolean counts(Query query, Passage passage, Disclosure disclosure) {
    return disclosure.isInForce(query.asOf())
        && PassageDocuments.isFindable(passage)
        && passage.countsAt(query.asOf());
  }

  // --- keeping up with the corpus

  /// What is under embargo is not in the index, so that it weighs on nothing; the first question
  /// after its moment takes it in.
  private void followCorpus() {
    if (!corpus.revision().equals(followed)) {
      reconcile();
    }
  }

  @Override
  public void reconcile() {
    writing.lock();
    try {
      var revision = corpus.revision();
      var present = new HashSet<DisclosureId>();
      for (var disclosure : corpus.published()) {
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
      followed = revision;
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
  }

  private void replace(Disclosure disclosure) throws IOException {
    var documents = new ArrayList<Document>();
    var pending = new ArrayList<PassageId>();
    for (var passage : corpus.passages(disclosure.id())) {
      if (PassageDocuments.isFindable(passage)) {
        var text = EmbeddingText.of(disclosure, passage);
        var vector = vectors.known(text);
        documents.add(PassageDocuments.of(disclosure, passage, text.chinese(), vector));
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

  @Override
  public void rebuild() {
    writing.lock();
    try {
      writer.deleteAll();
      editions.clear();
      reconcile();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      writing.unlock();
    }
  }

  /// What the index on disk was made from.
  private void readEditions() throws IOException {
    var searcher = searchers.acquire();
    try {
      var indexed = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EDITION);
      if (indexed == null) {
        return;
      }
      var each = indexed.iterator();
      for (var edition = each.next(); edition != null; edition = each.next()) {
        if (searcher.count(new TermQuery(new Term(Fields.EDITION, edition))) > 0) {
          var name = edition.utf8ToString();
          editions.put(new DisclosureId(name.substring(0, name.lastIndexOf('@'))), name);
        }
      }
    } finally {
      searchers.release(searcher);
    }
  }

  // --- vectors

  /// Passages whose vectors an earlier run did not come to.
  private void resume() throws IOException {
    var searcher = searchers.acquire();
    try {
      var pending = new ArrayList<PassageId>();
      for (var leaf : searcher.getIndexReader().leaves()) {
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
      work.add(pending);
    } finally {
      searchers.release(searcher);
    }
  }

  private void addVector(PassageId id) throws IOException {
    var passage = corpus.passage(id);
    var disclosure = corpus.disclosure(id.disclosure());
    if (passage.isEmpty() || disclosure.isEmpty()) {
      return;
    }
    var text = EmbeddingText.of(disclosure.get(), passage.get());
    var vector = vectors.known(text).orElseGet(() -> vectors.computed(text));
    var document =
        PassageDocuments.of(disclosure.get(), passage.get(), text.chinese(), Optional.of(vector));
    writing.lock();
    try {
      if (PassageDocuments.edition(disclosure.get()).equals(editions.get(id.disclosure()))) {
        writer.updateDocument(new Term(Fields.ID, id.value()), document);
      }
    } finally {
      writing.unlock();
    }
  }

  /// Makes new vectors searchable and safe.
  private void settle() throws IOException {
    writer.commit();
    searchers.maybeRefresh();
  }

  @Override
  public void awaitVectors() throws InterruptedException {
    work.await();
  }

  @Override
  public Progress progress() {
    try {
      var searcher = searchers.acquire();
      try {
        var passages = searcher.getIndexReader().numDocs();
        var pending = searcher.count(new TermQuery(new Term(Fields.PENDING, "true")));
        return new Progress(passages, passages - pending);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  @Override
  public void close() {
    work.close();
    writing.lock();
    try (store;
        var directory = writer.getDirectory();
        writer;
        searchers) {
      // Closed in reverse: searchers, writer (which commits), directory, store.
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    } finally {
      writing.unlock();
    }
  }
}
