package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// The nearest passages by a look at each, which the approximate search is held against.
final class Exact {

  private final int k;
  private final List<float[]> questions;
  private final List<PriorityQueue<Near>> nearest = new ArrayList<>();

  private record Near(int passage, float similarity) {}

  private Exact(List<float[]> questions, int k) {
    this.questions = questions;
    this.k = k;
    questions.forEach(
        _ -> nearest.add(new PriorityQueue<>(Comparator.comparingDouble(Near::similarity))));
  }

  /// For each question the nearest `k`, each of which should be found.
  static List<List<Gold>> nearest(ManyPassages passages, List<float[]> questions, int k) {
    var exact = new Exact(questions, k);
    for (var number = 0; number < passages.count(); number++) {
      exact.look(number, passages.vector(number));
    }
    return exact.nearest.stream()
        .map(near ->
            near.stream()
                .map(each -> new Gold(Set.of(passages.id(each.passage).value()), 1))
                .toList())
        .toList();
  }

  private void look(int passage, float[] vector) {
    for (var i = 0; i < questions.size(); i++) {
      var near = nearest.get(i);
      near.add(new Near(passage, product(questions.get(i), vector)));
      if (near.size() > k) {
        near.poll();
      }
    }
  }

  private static float product(float[] a, float[] b) {
    var sum = 0f;
    for (var i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
