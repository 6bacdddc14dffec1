package onrecord.retrieval.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import onrecord.retrieval.embedding.BuiltInModels;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.VectorStore;

/// The nearest passages by a look at each, which the approximate search is held against.
final class Exact {

  private final int k;
  private final List<float[]> questions;
  private final List<PriorityQueue<Near>> nearest = new ArrayList<>();

  private record Near(String text, float similarity) {}

  private Exact(List<float[]> questions, int k) {
    this.questions = questions;
    this.k = k;
    questions.forEach(
        _ -> nearest.add(new PriorityQueue<>(Comparator.comparingDouble(Near::similarity))));
  }

  /// For each question the nearest `k`, each of which should be found, named by their texts: made
  /// passages of one report may differ in figures alone, and those share one vector.
  ///
  /// @param kept the vectors that the index is made with
  static List<List<Gold>> nearest(
      ManyPassages passages, VectorStore kept, List<float[]> questions, int k) throws IOException {
    var exact = new Exact(questions, k);
    for (var disclosure : passages.disclosures()) {
      var texts = new HashSet<String>();
      for (var passage : passages.passages(disclosure.id())) {
        var text = EmbeddingText.of(disclosure, passage).text();
        if (texts.add(text)) {
          exact.look(text, kept.find(BuiltInModels.CHINESE.name(), text).orElseThrow());
        }
      }
    }
    return exact.nearest.stream()
        .map(near -> near.stream().map(each -> new Gold(Set.of(each.text), 1)).toList())
        .toList();
  }

  private void look(String text, float[] vector) {
    for (var i = 0; i < questions.size(); i++) {
      var near = nearest.get(i);
      near.add(new Near(text, product(questions.get(i), vector)));
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
