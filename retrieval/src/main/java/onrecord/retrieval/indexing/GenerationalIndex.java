package onrecord.retrieval.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.EmbeddingModels.Model;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchUnavailableException;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.asking.Asking;
import onrecord.retrieval.asking.IssuerNames;
import onrecord.retrieval.embedding.BuiltInModels;
import onrecord.retrieval.embedding.VectorStore;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.ranking.Candidate;
import onrecord.retrieval.ranking.Ranking;
import onrecord.retrieval.ranking.Repeats;
import onrecord.retrieval.ranking.SecondStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A search index, by whatever engine.
///
/// One generation serves. Another may be built beside it, after a change of models or a rebuild,
/// and takes its place when each passage can be found by words and by meaning.
public final class GenerationalIndex implements SearchIndex {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationalIndex.class);

  private final Corpus corpus;
  private final EmbeddingModels models;
  private final int vectorThreads;
  private final PassageStores stores;
  private final VectorStore kept;

  /// Held while generations change places.
  private final Lock changing = new ReentrantLock();

  private volatile Generation serving;
  private volatile @Nullable Generation coming;

  /// Open while a generation that served is being removed.
  private volatile CountDownLatch changeover = new CountDownLatch(0);

  private volatile IssuerNames names = IssuerNames.NONE;
  private volatile @Nullable CorpusRevision followed;

  private GenerationalIndex(
      Corpus corpus,
      PassageStores stores,
      VectorStore kept,
      EmbeddingModels models,
      int vectorThreads)
      throws IOException {
    this.corpus = corpus;
    this.stores = stores;
    this.kept = kept;
    this.models = models;
    this.vectorThreads = vectorThreads;
    var usable = stores.usable();
    var current = usable.stream().filter(origin -> origin.isBy(models)).findFirst();
    var newest = generation(current.isPresent() ? current.get() : stores.next(models));
    this.serving = newest;
    takeOver(usable, newest);
    stores.announce(serving.origin());
  }

  /// Opens it, brought to the corpus' present revision.
  ///
  /// @param stores closed with it
  /// @param kept where vectors are kept for good; closed with it
  /// @param vectorThreads 1 or more
  public static GenerationalIndex open(
      Corpus corpus,
      PassageStores stores,
      VectorStore kept,
      EmbeddingModels models,
      int vectorThreads)
      throws IOException {
    try {
      return new GenerationalIndex(corpus, stores, kept, models, vectorThreads);
    } catch (IOException | RuntimeException e) {
      try (stores;
          kept) {
        throw e;
      }
    }
  }

  private Generation generation(Origin origin) throws IOException {
    var vectors = new Vectors(model(origin.chinese()), model(origin.english()), kept);
    return new Generation(corpus, stores.open(origin), vectors, vectorThreads, this::serveIfWhole);
  }

  /// A model that may not be configured any more.
  private @Nullable Model model(String name) {
    return Stream.of(models.chinese(), models.english())
        .filter(model -> model.name().equals(name))
        .findFirst()
        .or(() -> BuiltInModels.named(name))
        .orElse(null);
  }

  /// What an earlier run left serves until the newest is whole.
  private void takeOver(List<Origin> usable, Generation newest) throws IOException {
    newest.reconcile(published());
    for (var origin : usable) {
      if (!origin.equals(newest.origin())) {
        var former = generation(origin);
        if (serving != newest || newest.isComplete()) {
          remove(former);
        } else {
          serveUntilWhole(former, newest);
        }
      }
    }
    reconcile();
  }

  private void serveUntilWhole(Generation former, Generation newest) {
    changing.lock();
    try {
      serving = former;
      coming = newest;
    } finally {
      changing.unlock();
    }
  }

  // --- searching

  @Override
  public List<Evidence> retrieve(Query query) {
    return retrieve(query, UnaryOperator.identity(), SecondStage.BEST, Repeats::folded);
  }

  /// The same by another reading of the question, in another order or with another way to fold
  /// repeats, for measuring.
  public List<Evidence> retrieve(
      Query query, UnaryOperator<Asked> reading, Ranking ranking, Repeats.Folding folding) {
    followCorpus();
    var asked = reading.apply(Asking.of(query, names));
    return evidence(query, folding.of(asked, ranking.order(asked, candidates(asked))));
  }

  private List<Candidate> candidates(Asked asked) {
    while (true) {
      var searched = serving;
      try {
        return searched.candidates(asked);
      } catch (StoreClosedException e) {
        if (searched == serving) {
          throw e;
        }
      } catch (IOException e) {
        throw new SearchUnavailableException("The index cannot be read", e);
      }
    }
  }

  /// The corpus has the last word on what is in force, should it have changed since it was indexed.
  private List<Evidence> evidence(Query query, List<Repeats> ranked) {
    var evidence = new ArrayList<Evidence>();
    for (var each : ranked) {
      if (evidence.size() == query.k()) {
        break;
      }
      var counting = each.passages().stream().flatMap(found -> counting(query, found)).toList();
      if (!counting.isEmpty()) {
        evidence.add(evidence(query, evidence.size() + 1, each.score(), counting));
      }
    }
    return List.copyOf(evidence);
  }

  /// A candidate with what the corpus holds of it.
  private record Counting(Candidate candidate, Passage passage, Disclosure disclosure) {}

  private Evidence evidence(Query query, int rank, double score, List<Counting> same) {
    var first = same.getFirst();
    var candidate = first.candidate;
    var beside = candidate.neighbour();
    return new Evidence(
        first.passage,
        first.disclosure,
        rank,
        score,
        candidate.coverage(),
        candidate.similarityOrZero(),
        same.stream().skip(1).map(repeat -> repeat.passage.id()).toList(),
        beside != null && passage(query, beside).isPresent() ? List.of(beside) : List.of());
  }

  private Stream<Counting> counting(Query query, Candidate candidate) {
    return passage(query, candidate.id()).stream()
        .flatMap(passage ->
            corpus.disclosure(candidate.id().disclosure()).stream()
                .map(disclosure -> new Counting(candidate, passage, disclosure)));
  }

  /// A passage that counts at the instant of a query.
  private Optional<Passage> passage(Query query, PassageId id) {
    return corpus
        .disclosure(id.disclosure())
        .filter(disclosure -> disclosure.isInForce(query.asOf()))
        .flatMap(_ -> corpus.passage(id))
        .filter(IndexedPassage::isFindable)
        .filter(passage -> passage.countsAt(query.asOf()));
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
    changing.lock();
    try {
      var revision = corpus.revision();
      var published = published();
      if (!follows(serving, published) && coming == null) {
        coming = generation(stores.next(models));
      }
      if (coming != null) {
        coming.reconcile(published);
      }
      followed = revision;
    } catch (IOException e) {
      throw new SearchUnavailableException("The index cannot be written", e);
    } finally {
      changing.unlock();
    }
    serveIfWhole();
  }

  /// Whether it holds what was published. One that can never be written again, its files being
  /// gone, serves as it is until another takes its place.
  private static boolean follows(Generation generation, List<Disclosure> published)
      throws IOException {
    try {
      if (generation.isWritable()) {
        generation.reconcile(published);
        return true;
      }
    } catch (IOException | RuntimeException e) {
      if (generation.isWritable()) {
        throw e;
      }
      LOG.warn("The index {} can no longer be written", generation.origin().name(), e);
    }
    return false;
  }

  private List<Disclosure> published() {
    var published = corpus.published();
    names = new IssuerNames(published.stream().map(Disclosure::issuer).toList());
    return published;
  }

  @Override
  public void rebuild() {
    @Nullable Generation former;
    changing.lock();
    try {
      former = coming;
      coming = generation(stores.next(models));
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } finally {
      changing.unlock();
    }
    remove(former);
    reconcile();
  }

  /// Lets the coming generation serve once each passage has its vector there, or at once where the
  /// one that serves can no longer follow the corpus.
  private void serveIfWhole() {
    @Nullable Generation former = null;
    var finished = new CountDownLatch(1);
    changing.lock();
    try {
      var newest = coming;
      if (newest != null && (newest.isComplete() || !serving.isWritable())) {
        former = serving;
        serving = newest;
        coming = null;
        changeover = finished;
        stores.announce(newest.origin());
        LOG.info("The index {} serves from now on", newest.origin().name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    } finally {
      changing.unlock();
    }
    try {
      remove(former);
    } finally {
      finished.countDown();
    }
  }

  /// Never while generations change places: it waits for threads that may wait for that. What
  /// cannot be removed now is at the next start.
  private void remove(@Nullable Generation former) {
    if (former != null) {
      try {
        former.close();
        stores.remove(former.origin());
      } catch (IOException | RuntimeException e) {
        LOG.warn("Cannot remove {}", former.origin().name(), e);
      }
    }
  }

  // --- vectors

  @Override
  public void awaitVectors() throws InterruptedException {
    newest().awaitVectors();
    serveIfWhole();
    changeover.await();
  }

  @Override
  public Progress progress() {
    try {
      return newest().progress();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read", e);
    }
  }

  private Generation newest() {
    var newest = coming;
    return newest == null ? serving : newest;
  }

  @Override
  public void close() {
    try (stores;
        kept;
        var _ = serving;
        var _ = coming) {
      // Closed in reverse, the stores last.
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    }
  }
}
