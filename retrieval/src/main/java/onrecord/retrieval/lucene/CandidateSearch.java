package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.retrieval.Query;
import onrecord.retrieval.asking.Asked;
import onrecord.retrieval.embedding.Vectors;
import onrecord.retrieval.indexing.Aside;
import onrecord.retrieval.indexing.QuestionVectors;
import onrecord.retrieval.ranking.Candidate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/// The first stage: what words find and what meaning finds, side by side, then all that the ranking
/// needs to know of each.
final class CandidateSearch {

  /// So many have a chance to come first.
  private static final int LEAST_DEPTH = 100;

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
    var filter = Filters.of(query, asked.issuers());
    var depth = Math.max(LEAST_DEPTH, query.k());
    var meaning = Aside.begin(() -> nearest(searcher, query, filter, depth));
    var rarities = Frequencies.of(reader, asked.terms().all());
    var labels = LabelSearch.labels(reader, asked.terms());
    var words = new LinkedHashMap<Integer, Double>();
    for (var hit : WordSearch.search(searcher, asked, rarities, labels, filter, depth)) {
      words.put(hit.doc, (double) hit.score);
    }
    var near = meaning.outcome();
    near.documents.forEach(document -> words.putIfAbsent(document, 0.0));
    return new CandidateReader(reader, asked.terms(), rarities, near.questions).read(words);
  }

  /// @param questions the question's vectors, by the field they are compared in
  private record Near(List<Integer> documents, Map<String, float[]> questions) {}

  private Near nearest(
      IndexSearcher searcher, Query query, org.apache.lucene.search.Query filter, int depth)
      throws IOException {
    var questions = questionVectors(searcher.getIndexReader(), query);
    var documents = new ArrayList<Integer>();
    for (var question : questions.entrySet()) {
      for (var hit :
          MeaningSearch.search(searcher, question.getKey(), question.getValue(), filter, depth)) {
        documents.add(hit.doc);
      }
    }
    return new Near(documents, questions);
  }

  /// The question's vectors, by the field they are compared in.
  private Map<String, float[]> questionVectors(IndexReader reader, Query query) throws IOException {
    var languages = new ArrayList<Boolean>();
    for (var chinese : List.of(true, false)) {
      if (hasVectors(reader, Fields.vector(chinese))) {
        languages.add(chinese);
      }
    }
    var questions = new LinkedHashMap<String, float[]>();
    QuestionVectors.of(query, languages, vectors)
        .forEach((chinese, vector) -> questions.put(Fields.vector(chinese), vector));
    return questions;
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
