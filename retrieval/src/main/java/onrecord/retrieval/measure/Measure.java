package onrecord.retrieval.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What is measured of an order of passages, for one question.
record Measure(String name, ToDoubleFunction<Scores> of) {

  /// In the order of the table's columns.
  static final List<Measure> ALL =
      List.of(
          new Measure("nDCG@10", scores -> scores.ndcg(10)),
          new Measure("recall@5", scores -> scores.recall(5)),
          new Measure("recall@10", scores -> scores.recall(10)),
          new Measure("recall@20", scores -> scores.recall(20)),
          new Measure("MRR@10", scores -> scores.reciprocalRank(10)),
          new Measure("hit@1", scores -> scores.hit(1)),
          new Measure("hit@3", scores -> scores.hit(3)),
          new Measure("hit@5", scores -> scores.hit(5)));
}
