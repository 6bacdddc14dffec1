package onrecord.retrieval.lucene;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// Finds passages by meaning: the nearest by quantised vectors. Their order is not yet the last:
/// the whole vectors decide, once the candidates are read.
final class MeaningSearch {

  private MeaningSearch() {}

  /// @param field of vectors of the same model as the question's
  /// @param depth how many to find; below a hundred the graph misses near ones
  static ScoreDoc[] search(
      IndexSearcher searcher, String field, float[] question, Query filter, int depth)
      throws IOException {
    return searcher.search(new KnnFloatVectorQuery(field, question, depth, filter), depth)
        .scoreDocs;
  }
}
