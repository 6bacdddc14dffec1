package onrecord.retrieval.scoring;

import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import onrecord.retrieval.CrossEncoder;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An index whose first passages a cross-encoder puts in a new order.
///
/// Its scores and those of the order before are each scaled to 0 to 1 among the passages that it
/// reads and added by weight; what it does not read follows in its order.
public final class CrossEncodedIndex implements SearchIndex {

  private static final Logger LOG = LoggerFactory.getLogger(CrossEncodedIndex.class);

  private final SearchIndex index;
  private final CrossEncoder encoder;

  public CrossEncodedIndex(SearchIndex index, CrossEncoder encoder) {
    this.index = index;
    this.encoder = encoder;
  }

  @Override
  public List<Evidence> retrieve(Query query) {
    var found = index.retrieve(query.first(Math.clamp(encoder.depth(), query.k(), Query.MOST)));
    var read = found.subList(0, Math.min(encoder.depth(), found.size()));
    if (read.size() < 2) {
      return first(query.k(), found);
    }
    try {
      var again = new ArrayList<>(ordered(read, scores(query, read)));
      again.addAll(found.subList(read.size(), found.size()));
      return ranked(first(query.k(), again));
    } catch (RuntimeException failed) {
      LOG.warn("The cross-encoder failed: the order stays as it was", failed);
      return first(query.k(), found);
    }
  }

  private double[] scores(Query query, List<Evidence> found) {
    var passages = found.stream().map(evidence -> TextSegment.from(text(evidence))).toList();
    var scores = encoder.model().scoreAll(passages, query.text()).content();
    if (scores.size() != found.size() || scores.stream().anyMatch(score -> !isFinite(score))) {
      throw new IllegalStateException(
          "%d passages were given, and the scores are %s".formatted(found.size(), scores));
    }
    return scaled(scores.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static boolean isFinite(Double score) {
    return Double.isFinite(score);
  }

  /// The passage after what its document and headings say of it.
  private static String text(Evidence evidence) {
    var passage = evidence.passage();
    var text = new StringJoiner("\n");
    text.add(evidence.disclosure().title());
    passage.headings().forEach(text::add);
    if (passage.question() != null) {
      text.add(passage.question());
    }
    return text.add(passage.text()).toString();
  }

  private List<Evidence> ordered(List<Evidence> found, double[] scores) {
    var before = scaled(found.stream().mapToDouble(Evidence::score).toArray());
    var again = new ArrayList<Evidence>();
    for (var i = 0; i < scores.length; i++) {
      var weighed = encoder.weight() * scores[i] + (1 - encoder.weight()) * before[i];
      // Above whatever it does not read.
      var lowest = found.getLast().score();
      again.add(found.get(i).at(i + 1, lowest + weighed));
    }
    again.sort(
        Comparator.comparingDouble(Evidence::score).reversed().thenComparingInt(Evidence::rank));
    return again;
  }

  private static double[] scaled(double[] scores) {
    var best = Double.NEGATIVE_INFINITY;
    var worst = Double.POSITIVE_INFINITY;
    for (var score : scores) {
      best = Math.max(best, score);
      worst = Math.min(worst, score);
    }
    var scaled = new double[scores.length];
    for (var i = 0; i < scores.length; i++) {
      scaled[i] = best > worst ? (scores[i] - worst) / (best - worst) : 0;
    }
    return scaled;
  }

  private static List<Evidence> first(int k, List<Evidence> found) {
    return List.copyOf(found.subList(0, Math.min(k, found.size())));
  }

  private static List<Evidence> ranked(List<Evidence> found) {
    var ranked = new ArrayList<Evidence>();
    for (var evidence : found) {
      ranked.add(evidence.at(ranked.size() + 1, evidence.score()));
    }
    return List.copyOf(ranked);
  }

  @Override
  public void reconcile() {
    index.reconcile();
  }

  @Override
  public Progress progress() {
    return index.progress();
  }

  @Override
  public void rebuild() {
    index.rebuild();
  }

  @Override
  public void awaitVectors() throws InterruptedException {
    index.awaitVectors();
  }

  @Override
  public void close() {
    index.close();
  }
}
