package onrecord.retrieval.indexing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.corpus.Language;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.embedding.EmbeddingText;
import onrecord.retrieval.embedding.Vectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A question's vectors.
public final class QuestionVectors {

  private static final Logger LOG = LoggerFactory.getLogger(QuestionVectors.class);

  private QuestionVectors() {}

  /// The question in each language in which it is worded: itself in its own, its further wordings
  /// in the other.
  ///
  /// @param languages true for Chinese, false for English: those in which passages have vectors
  /// @return by language
  public static Map<Boolean, float[]> of(Query query, List<Boolean> languages, Vectors vectors) {
    var questions = new LinkedHashMap<Boolean, float[]>();
    for (var chinese : languages) {
      var text = EmbeddingText.of(chinese, wording(query, chinese));
      if (!text.text().isBlank() && vectors.canRead(text)) {
        vector(text, vectors).ifPresent(vector -> questions.put(chinese, vector));
      }
    }
    return questions;
  }

  /// Without a model that answers, a question is still answered by words.
  private static Optional<float[]> vector(EmbeddingText text, Vectors vectors) {
    try {
      return Optional.of(vectors.ofQuestion(text));
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
}
