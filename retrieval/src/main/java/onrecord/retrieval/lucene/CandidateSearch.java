package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.corpus.Language;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.ranking.Candidate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first stage: what words find and what meaning finds, with all that the ranking needs to know
/// of each.
final class CandidateSearch {

  /// Below a hundred the graph of quantised vectors misses near ones.
  private static final int LEAST_DEPTH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(CandidateSearch.class);

  private final Vectors vectors;

  CandidateSearch(Vectors vectors) {
    this.vectors = vectors;
  }

  List<Candidate> candidates(IndexSearcher searcher, Asked asked) throws IOException {
    if (asked.terms().weights().isEmpty()) {
      return List.of();
    }
    var query = asked.query();
    var reader = searcher.getIndexReader();
    var labels = LabelSearch.labels(reader, asked.terms());
    var filter = Filters.of(query, asked.issuers());
    var depth = Math.max(LEAST_DEPTH, query.k());
    var words = new LinkedHashMap<Integer, Double>();
    for (var hit : WordSearch.search(searcher, asked, labels, filter, depth)) {
      words.put(hit.doc, (double) hit.score);
    }
    var questions = questionVectors(reader, query);
    for (var question : questions.entrySet()) {
      for (var hit :
          MeaningSearch.search(searcher, question.getKey(), question.getValue(), filter, depth)) {
        words.putIfAbsent(hit.doc, 0.0);
      }
    }
    return new CandidateReader(reader, asked.terms(), questions).read(words);
  }

  /// The question in each language in which it is worded and passages have vectors: itself in its
  /// own, its further wordings in the other.
  private Map<String, float[]> questionVectors(IndexReader reader, Query query) throws IOException {
    var questions = new LinkedHashMap<String, float[]>();
    for (var chinese : List.of(true, false)) {
      var field = Fields.vector(chinese);
      var text = EmbeddingText.of(chinese, wording(query, chinese));
      if (!text.text().isBlank() && vectors.canRead(text) && hasVectors(reader, field)) {
        vector(text).ifPresent(vector -> questions.put(field, vector));
      }
    }
    return questions;
  }

  /// Without a model that answers, a question is still answered by words.
  private Optional<float[]> vector(EmbeddingText text) {
    try {
      return Optional.of(vectors.of(text));
    } catch (RuntimeException e) {
      LOG.warn("No vector for a question: it is searched by words alone", e);
      return Optional.empty();
    }
  }

  private static String wording(Query query, boolean chinese) {
    if ((query.language() != Language.EN) == chinese) {
      return query.text();
    }
    return String.join(
        " ",
        query.expansions().stream()
            .filter(expansion -> Wording.isChinese(expansion) == chinese)
            .toList());
  }

  private static boolean hasVectors(IndexReader reader, String field) throws IOException {
    for (var leaf : reader.leaves()) {
      var values = leaf.reader().getFloatVectorValues(field);
      if (values != null && values.size() > 0) {
        return true;
      }
    }
    return false;
  }
}
