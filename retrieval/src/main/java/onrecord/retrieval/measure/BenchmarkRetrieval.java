package onrecord.retrieval.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import onrecord.corpus.Corpora;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Speaker;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.embedding.BuiltInModels;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.VectorStore;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.indexing.GenerationalIndex;
import onrecord.retrieval.lucene.LuceneSearchIndex;
import onrecord.retrieval.measure.Curves.Curve;
import onrecord.retrieval.measure.Curves.Point;
import onrecord.retrieval.ranking.Ranking;

/// Measures the speed of the search at several sizes, and draws it.
///
/// `BenchmarkRetrieval FOLDER DISCLOSURES QUESTIONS PEERS SIZE...`: the folder gets the curves; the
/// disclosures' Chinese passages are what the many are made from; questions are a suite's; peers
/// are a class path, or `-`.
public final class BenchmarkRetrieval {

  /// So many real passages are enough to make the others from.
  private static final int REAL = 300;

  private static final int NEAREST = 10;
  private static final int WARM_UP = 300;
  private static final int COUNTED = 1_000;

  /// So that all questions become longer by as many signs.
  private static final int ASKED_BEFORE = 1 << 15;

  private static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16);

  /// Beyond this a peer that looks at each passage, or keeps all in memory, is left out.
  private static final int MOST_FOR_PEERS = 100_000;

  private final Path folder;
  private final List<Passage> real;
  private final List<float[]> vectors;
  private final List<Judged> questions;
  private final String peers;
  private final PrintStream out;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Point> medians = new ArrayList<>();
  private final List<Point> slowest = new ArrayList<>();

  private BenchmarkRetrieval(
      Path folder,
      List<Passage> real,
      List<float[]> vectors,
      List<Judged> questions,
      String peers,
      PrintStream out) {
    this.folder = folder;
    this.real = real;
    this.vectors = vectors;
    this.questions = questions;
    this.peers = peers;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var real = real(folder, Path.of(arguments[1]));
    var questions = questions(Path.of(arguments[2]));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var benchmark =
        new BenchmarkRetrieval(folder, real, vectors(folder, real), questions, arguments[3], out);
    for (var size : List.of(arguments).subList(4, arguments.length)) {
      benchmark.measure(Integer.parseInt(size));
    }
    benchmark.draw(
        "latency",
        "passages",
        "ms",
        List.of(
            new Curve("median", benchmark.medians),
            new Curve("99th percentile", benchmark.slowest)));
  }

  /// Read once: what indexes were made from stays what they are measured with.
  private static List<Passage> real(Path folder, Path disclosures) throws IOException {
    try (var corpus = Corpora.open(folder.resolve("real"));
        var files = Files.walk(disclosures)) {
      if (corpus.published().isEmpty()) {
        files
            .filter(file -> file.toString().matches(".*\\.(pdf|docx|html|md|txt)"))
            .sorted()
            .forEach(corpus::take);
      }
      return corpus.published().stream()
          .flatMap(disclosure -> corpus.passages(disclosure.id()).stream())
          .filter(passage -> passage.speaker() == Speaker.COMPANY)
          .filter(passage -> Wording.isChinese(passage.text()))
          .limit(REAL)
          .toList();
    }
  }

  private static List<float[]> vectors(Path folder, List<Passage> real) throws IOException {
    try (var store = VectorStore.open(folder.resolve("real-vectors.bin"))) {
      var models = new Vectors(BuiltInModels.CHINESE, null, store);
      return real.stream()
          .map(passage -> EmbeddingText.of(true, passage.text()))
          .map(text -> models.known(text).orElseGet(() -> models.computed(text)))
          .toList();
    }
  }

  private static List<Judged> questions(Path suite) throws IOException {
    var none = new SetCorpus();
    return SuiteSet.read(suite, none, Instant.now()).questions().stream()
        .filter(question -> Wording.isChinese(question.text()))
        .toList();
  }

  private void measure(int size) throws IOException, InterruptedException {
    var corpus = new ManyPassages(real, vectors, size);
    var directory = folder.resolve("index-" + size);
    prepare(corpus, directory);
    var nearest = nearest(corpus, directory);
    var begun = System.nanoTime();
    try (var index = LuceneSearchIndex.open(corpus, directory, EmbeddingModels.builtIn(), 1)) {
      index.awaitVectors();
      out.printf(
          "%n## %,d passages%n%nIndexed in %s s, vectors given; %.0f MB on disk; heap %.0f MB%n%n",
          size, indexedIn(directory, begun), megabytes(directory), heap());
      search(index, size);
      compare(index, corpus, nearest);
    }
  }

  /// The vectors are made, not computed, so they are kept beforehand as if they had been.
  private static void prepare(ManyPassages corpus, Path directory) throws IOException {
    var file = directory.resolve("vectors.bin");
    if (Files.exists(file)) {
      return;
    }
    try (var store = VectorStore.open(file)) {
      var number = 0;
      for (var disclosure : corpus.disclosures()) {
        for (var passage : corpus.passages(disclosure.id())) {
          var text = EmbeddingText.of(disclosure, passage).text();
          store.keep(BuiltInModels.CHINESE.name(), text, corpus.vector(number++));
        }
      }
    }
  }

  /// How long it took when it was made; a folder that is given again keeps its indexes.
  private static String indexedIn(Path directory, long begun) throws IOException {
    var file = directory.resolve("indexed-in-seconds.txt");
    if (!Files.exists(file)) {
      Files.writeString(file, "" + Math.round((System.nanoTime() - begun) / 1e9));
    }
    return Files.readString(file);
  }

  private void search(GenerationalIndex index, int size) throws IOException, InterruptedException {
    var asked =
        questions.stream().map(question -> asking(index, question)).toArray(Runnable[]::new);
    Load.of(asked, 1, WARM_UP);
    out.println("| clients | a second | median ms | 99th percentile ms |");
    out.println("|---:|---:|---:|---:|");
    var throughput = new ArrayList<Point>();
    for (var clients : CLIENTS) {
      var load = Load.of(asked, clients, COUNTED);
      if (clients == 1) {
        medians.add(new Point(size, load.percentile(0.5)));
        slowest.add(new Point(size, load.percentile(0.99)));
      }
      throughput.add(new Point(clients, load.perSecond()));
      out.printf(
          "| %d | %.0f | %.1f | %.1f |%n",
          clients, load.perSecond(), load.percentile(0.5), load.percentile(0.99));
    }
    draw(
        "throughput-" + size,
        "clients",
        "searches a second",
        List.of(new Curve(String.format(Locale.ROOT, "%,d passages", size), throughput)));
  }

  private Runnable asking(GenerationalIndex index, Judged question) {
    return () ->
        index.retrieve(Query.of(neverAsked(question.text()), Language.ZH, Instant.now(), 10));
  }

  /// The same question with signs at its end that mean nothing, or its vector would be remembered.
  private String neverAsked(String question) {
    var signs = Integer.toBinaryString(ASKED_BEFORE + asked.getAndIncrement());
    return question + signs.replace('0', '？').replace('1', '！');
  }

  /// The questions, and the ten passages that are nearest to each indeed.
  private List<Judged> nearest(ManyPassages corpus, Path directory) throws IOException {
    var asked = new ArrayList<float[]>();
    try (var store = VectorStore.open(folder.resolve("real-vectors.bin"));
        var kept = VectorStore.open(directory.resolve("vectors.bin"))) {
      var models = new Vectors(BuiltInModels.CHINESE, null, store);
      questions.forEach(each -> asked.add(models.of(EmbeddingText.of(true, each.text()))));
      var exact = Exact.nearest(corpus, kept, asked, NEAREST);
      return IntStream.range(0, questions.size())
          .mapToObj(i -> judged(questions.get(i), exact.get(i)))
          .toList();
    }
  }

  /// What the approximate search finds of them, and how long others take.
  private void compare(GenerationalIndex index, ManyPassages corpus, List<Judged> nearest)
      throws IOException, InterruptedException {
    var set =
        new QuestionSet("nearest", corpus, nearest, id -> Set.of(embedded(corpus, id).text()));
    out.printf("%n%s%n", Row.heading());
    out.println(Row.of(new Stage("vectors, approximate", index, Ranking.byMeaning(), false), set));
    if (corpus.count() <= MOST_FOR_PEERS) {
      var passages = PassageTexts.of(set);
      out.println(Row.of(PlainLucene.over(passages), set));
      if (!peers.equals("-")) {
        new PeerRun(peers, folder.resolve("peers")).rows(set, passages).forEach(out::println);
      }
    }
  }

  private static EmbeddingText embedded(ManyPassages corpus, PassageId id) {
    return EmbeddingText.of(
        corpus.disclosure(id.disclosure()).orElseThrow(), corpus.passage(id).orElseThrow());
  }

  private static Judged judged(Judged question, List<Gold> nearest) {
    return new Judged(question.id(), question.text(), Instant.now(), null, nearest);
  }

  private void draw(String name, String across, String up, List<Curve> curves) throws IOException {
    Files.writeString(folder.resolve(name + ".svg"), new Curves(name, across, up, curves).svg());
  }

  private static double megabytes(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(BenchmarkRetrieval::size).sum() / 1e6;
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static double heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
