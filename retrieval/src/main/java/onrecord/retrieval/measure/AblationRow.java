package onrecord.retrieval.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// What the order loses when a part is left out: the differences, question by question.
///
/// @param part what is left out
/// @param whole of the whole search
/// @param without of the search without it
record AblationRow(String part, Row whole, Row without) {

  static String heading() {
    return "| without | nDCG@10 | difference | hit@5 | difference |%n|%s"
        .formatted("---|".repeat(5));
  }

  /// Such as `| vectors | .912 | -.004 (-.011–.002) | .950 | .000 (.000–.000) |`.
  @Override
  public String toString() {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            part,
            mean(scores -> scores.ndcg(10)),
            difference(scores -> scores.ndcg(10)),
            mean(scores -> scores.hit(5)),
            difference(scores -> scores.hit(5)));
  }

  private String mean(ToDoubleFunction<Scores> measure) {
    return Interval.share(without.scores().stream().mapToDouble(measure).average().orElse(0));
  }

  private Interval difference(ToDoubleFunction<Scores> measure) {
    var before = values(whole.scores(), measure);
    var after = values(without.scores(), measure);
    return Interval.of(
        IntStream.range(0, before.length).mapToDouble(i -> after[i] - before[i]).toArray());
  }

  private static double[] values(List<Scores> scores, ToDoubleFunction<Scores> measure) {
    return scores.stream().mapToDouble(measure).toArray();
  }
}
