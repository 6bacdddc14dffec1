package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// Finds passages by meaning: the nearest by quantised vectors. Their order is not yet the last:
/// the whole vectors decide, once the candidates are read.
final class MeaningSearch {

  /// What the graph is searched for in a small index: fewer, and it misses near ones.
  private static final int LEAST_BREADTH = 200;

  private static final int SMALL = 10_000;

  private MeaningSearch() {}

  /// @param field of vectors of the same model as the question's
  /// @param depth how many to find
  static List<ScoreDoc> search(
      IndexSearcher searcher, String field, float[] question, Query filter, int depth)
      throws IOException {
    var breadth = Math.max(depth, breadth(searcher.getIndexReader().maxDoc()));
    var near = new KnnFloatVectorQuery(field, question, breadth, filter);
    return List.of(searcher.search(near, depth).scoreDocs);
  }

  /// The more passages there are, the more lie about the way to the nearest: two and a half times
  /// as many are looked at for each ten times, by which the share that is found stays, as measured.
  private static int breadth(int passages) {
    return (int) (LEAST_BREADTH * Math.pow(Math.max(1, passages / (double) SMALL), 0.4));
  }
}
