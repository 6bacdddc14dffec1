package onrecord.retrieval.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.Intake;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.indexing.GenerationalIndex;
import onrecord.retrieval.lucene.LuceneSearchIndex;
import onrecord.retrieval.ranking.Ranking;
import onrecord.retrieval.ranking.SecondStage;

/// Prints how well each stage of the ranking, and what one would take instead, finds the answers of
/// question sets.
public final class MeasureRetrieval {

  private final Path work;
  private final String peers;
  private final PrintStream out;

  private MeasureRetrieval(Path work, String peers, PrintStream out) {
    this.work = work;
    this.peers = peers;
    this.out = out;
  }

  /// Exits with 2 on wrong use.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var given = Arguments.parse(List.of(arguments));
    if (given.isEmpty()) {
      System.err.println(Arguments.USAGE);
      System.exit(2);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new MeasureRetrieval(given.get().work(), given.get().peers(), out).measure(given.get());
  }

  private void measure(Arguments given) throws IOException, InterruptedException {
    for (var folder : given.folders()) {
      var set = BeirSet.read(folder);
      measure(List.of(set), work.resolve(set.name()));
    }
    if (!given.suites().isEmpty()) {
      try (var corpus = corpus(given.disclosures())) {
        var sets = new ArrayList<QuestionSet>();
        for (var suite : given.suites()) {
          sets.add(SuiteSet.read(suite, corpus, Instant.now()));
        }
        measure(sets, work.resolve("disclosures").resolve("index"));
      }
    }
  }

  private Corpus corpus(List<Path> disclosures) throws IOException {
    var corpus = Corpora.open(work.resolve("disclosures"));
    for (var path : disclosures) {
      try (var files = Files.walk(path)) {
        for (var file : files.filter(MeasureRetrieval::isDisclosure).sorted().toList()) {
          if (corpus.take(file) instanceof Intake.Refused refused) {
            System.err.printf("Not taken: %s: %s%n", refused.file(), refused.message());
          }
        }
      }
    }
    return corpus;
  }

  private static boolean isDisclosure(Path file) {
    var name = String.valueOf(file.getFileName());
    return Files.isRegularFile(file) && !name.endsWith(".yaml") && !name.equals("README.md");
  }

  private void measure(List<QuestionSet> sets, Path directory)
      throws IOException, InterruptedException {
    var threads = Runtime.getRuntime().availableProcessors();
    var corpus = sets.getFirst().corpus();
    try (var index =
        LuceneSearchIndex.open(corpus, directory, EmbeddingModels.builtIn(), threads)) {
      index.awaitVectors();
      for (var set : sets) {
        out.printf(
            "%n## %s: %d passages, %d questions%n",
            set.name(), index.progress().passages(), set.questions().size());
        compare(index, set);
        ablate(index, set);
      }
    }
  }

  /// Our own stages, and what one would take instead, on the same passages.
  private void compare(GenerationalIndex index, QuestionSet set)
      throws IOException, InterruptedException {
    out.printf("%n%s%n", Row.heading());
    for (var stage : stages(index, set)) {
      out.println(Row.of(stage, set));
    }
    var passages = PassageTexts.of(set);
    out.println(Row.of(PlainLucene.over(passages), set));
    if (!peers.isEmpty()) {
      new PeerRun(peers, work.resolve("peers")).rows(set, passages).forEach(out::println);
    }
  }

  private static List<Contestant> stages(GenerationalIndex index, QuestionSet set) {
    var stages = new ArrayList<Contestant>();
    stages.add(new Stage("words (BM25)", index, Ranking.byWords(), false));
    stages.add(new Stage("vectors", index, Ranking.byMeaning(), false));
    stages.add(new Stage("hybrid", index, SecondStage.BOTH, false));
    stages.add(new Stage("hybrid, second stage", index, SecondStage.BEST, false));
    stages.add(Stage.without("the same, company not recognised", Ablation.COMPANY, index));
    if (set.questions().stream().anyMatch(question -> question.issuer() != null)) {
      stages.add(new Stage("the same, issuer given", index, SecondStage.BEST, true));
    }
    return stages;
  }

  private void ablate(GenerationalIndex index, QuestionSet set) {
    out.printf("%n%s%n", AblationRow.heading());
    var whole = Row.of(new Stage("", index, SecondStage.BEST, false), set);
    for (var ablation : Ablation.all()) {
      var without = Row.of(Stage.without(ablation.part(), ablation, index), set);
      out.println(new AblationRow(ablation.part(), whole, without));
    }
  }
}
