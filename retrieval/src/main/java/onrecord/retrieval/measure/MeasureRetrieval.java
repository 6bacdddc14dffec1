package onrecord.retrieval.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import onrecord.corpus.Language;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.lucene.LuceneSearchIndex;
import onrecord.retrieval.ranking.Ranking;

/// Prints how well each stage of the ranking finds the answers of question sets.
///
/// `java -cp … onrecord.retrieval.measure.MeasureRetrieval INDEX-DIRECTORY SET-FOLDER…`: the
/// directory keeps each set's index and vectors for the next time.
public final class MeasureRetrieval {

  private static final int K = 20;

  private MeasureRetrieval() {}

  /// Exits with 2 on wrong use.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      System.err.println("Usage: MeasureRetrieval INDEX-DIRECTORY SET-FOLDER...");
      System.exit(2);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (var argument : List.of(arguments).subList(1, arguments.length)) {
      var folder = Path.of(argument);
      measure(folder, Path.of(arguments[0]).resolve(folder.getFileName()), out);
    }
  }

  private static void measure(Path folder, Path directory, PrintStream out)
      throws IOException, InterruptedException {
    var set = QuestionSet.read(folder);
    var corpus = new SetCorpus(set);
    var threads = Runtime.getRuntime().availableProcessors();
    try (var index =
        LuceneSearchIndex.open(corpus, directory, EmbeddingModels.builtIn(), threads)) {
      index.awaitVectors();
      out.printf(
          "%s: %d passages, %d questions%n",
          folder.getFileName(), set.passages().size(), set.questions().size());
      out.println("| ranking | nDCG@10 | recall@5 | recall@10 | recall@20 | MRR@10 | median ms |");
      out.println("|---|---|---|---|---|---|---|");
      rankings().forEach((name, ranking) -> out.println(row(name, ranking, set, corpus, index)));
    }
  }

  private static Map<String, Ranking> rankings() {
    var rankings = new LinkedHashMap<String, Ranking>();
    rankings.put("words", Ranking.byWords());
    rankings.put("meaning", Ranking.byMeaning());
    rankings.put("both", LuceneSearchIndex.BOTH);
    rankings.put("both, second stage", LuceneSearchIndex.BEST);
    return rankings;
  }

  private static String row(
      String name, Ranking ranking, QuestionSet set, SetCorpus corpus, LuceneSearchIndex index) {
    var scores = new ArrayList<Scores>();
    var millis = new ArrayList<Double>();
    set.questions()
        .forEach((id, question) -> {
          var query = Query.of(question, language(question), SetCorpus.PUBLISHED_AT, K);
          var start = System.nanoTime();
          var found = index.retrieve(query, ranking);
          millis.add((System.nanoTime() - start) / 1e6);
          var ranked =
              found.stream().map(evidence -> corpus.name(evidence.passage().id())).toList();
          scores.add(new Scores(ranked, set.grades().getOrDefault(id, Map.of())));
        });
    return "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.1f |"
        .formatted(
            name,
            mean(scores, each -> each.ndcg(10)),
            mean(scores, each -> each.recall(5)),
            mean(scores, each -> each.recall(10)),
            mean(scores, each -> each.recall(20)),
            mean(scores, each -> each.reciprocalRank(10)),
            millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0.0));
  }

  private static Language language(String question) {
    return Wording.isChinese(question) ? Language.ZH : Language.EN;
  }

  private static double mean(List<Scores> scores, ToDoubleFunction<Scores> measure) {
    return scores.stream().mapToDouble(measure).average().orElse(0);
  }
}
