package onrecord.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.PassageId;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.indexing.Coverage;
import onrecord.retrieval.indexing.Neighbours;
import onrecord.retrieval.indexing.Rarities;
import onrecord.retrieval.ranking.Candidate;
import onrecord.retrieval.ranking.Candidate.Days;
import onrecord.retrieval.structure.Statement;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.FullPrecisionFloatVectorSimilarityValuesSource;
import org.jspecify.annotations.Nullable;

/// Reads from the index what the ranking needs to know of each passage found.
final class CandidateReader {

  private static final DisclosureKind[] KINDS = DisclosureKind.values();
  private static final Statement[] STATEMENTS = Statement.values();

  private final IndexReader reader;
  private final Coverage coverage;
  private final Set<String> proofs;
  private final Map<String, float[]> questions;

  /// What each candidate holds of what is asked.
  private final Map<PassageId, Set<String>> holding = new HashMap<>();

  /// @param questions the question's vectors, by the field they are compared in
  CandidateReader(
      IndexReader reader, QueryTerms terms, Rarities rarities, Map<String, float[]> questions) {
    this.reader = reader;
    this.coverage = new Coverage(terms, rarities);
    this.proofs = terms.proofs();
    this.questions = questions;
  }

  /// @param words scores by words, by document; 0 for those found by meaning alone
  List<Candidate> read(Map<Integer, Double> words) throws IOException {
    var byLeaf = new TreeMap<Integer, SortedSet<Integer>>();
    for (var document : words.keySet()) {
      var leaf = ReaderUtil.subIndex(document, reader.leaves());
      byLeaf.computeIfAbsent(leaf, _ -> new TreeSet<>()).add(document);
    }
    var candidates = new ArrayList<Candidate>();
    for (var entry : byLeaf.entrySet()) {
      readLeaf(reader.leaves().get(entry.getKey()), entry.getValue(), words, candidates);
    }
    return candidates.stream().map(new Neighbours(coverage, holding)::beside).toList();
  }

  private void readLeaf(
      LeafReaderContext context,
      SortedSet<Integer> documents,
      Map<Integer, Double> words,
      List<Candidate> candidates)
      throws IOException {
    var leaf = context.reader();
    var inLeaf = new TreeSet<Integer>();
    documents.forEach(document -> inLeaf.add(document - context.docBase));
    var held = Sightings.of(leaf, Fields.WORDS, proofs, inLeaf);
    held.add(leaf, Fields.CONTEXT, proofs, inLeaf);
    var similarities = similarities(context);
    var ids = DocValues.getBinary(leaf, Fields.ID);
    var kinds = DocValues.getNumeric(leaf, Fields.KIND);
    var published = DocValues.getSortedNumeric(leaf, Fields.PUBLISHED);
    var starts = DocValues.getNumeric(leaf, Fields.PERIOD_START);
    var ends = DocValues.getNumeric(leaf, Fields.PERIOD_END);
    var pages = DocValues.getNumeric(leaf, Fields.PAGE);
    var statements = DocValues.getNumeric(leaf, Fields.STATEMENT);
    var parents = DocValues.getNumeric(leaf, Fields.PARENT);
    var figures = DocValues.getNumeric(leaf, Fields.SAMENESS);
    var stated = DocValues.getNumeric(leaf, Fields.LIKENESS);
    for (int document : inLeaf) {
      ids.advanceExact(document);
      published.advanceExact(document);
      var id = new PassageId(ids.binaryValue().utf8ToString());
      var covered = coverage.of(held.in(document));
      holding.put(id, Set.copyOf(held.in(document)));
      candidates.add(
          new Candidate(
              id,
              words.getOrDefault(document + context.docBase, 0.0),
              similarity(similarities, document),
              covered,
              coverage.closest(held.places(document)),
              null,
              new Stated(value(figures, document), value(stated, document)),
              KINDS[(int) value(kinds, document)],
              published.nextValue(),
              period(starts, ends, document),
              (int) value(pages, document),
              statements.advanceExact(document) ? STATEMENTS[(int) statements.longValue()] : null,
              value(parents, document) == 1));
    }
  }

  private static long value(NumericDocValues values, int document) throws IOException {
    return values.advanceExact(document) ? values.longValue() : 0;
  }

  private static @Nullable Days period(NumericDocValues starts, NumericDocValues ends, int document)
      throws IOException {
    return starts.advanceExact(document) && ends.advanceExact(document)
        ? new Days(starts.longValue(), ends.longValue())
        : null;
  }

  private List<DoubleValues> similarities(LeafReaderContext leaf) throws IOException {
    var similarities = new ArrayList<DoubleValues>();
    for (var question : questions.entrySet()) {
      if (leaf.reader().getFloatVectorValues(question.getKey()) != null) {
        similarities.add(
            new FullPrecisionFloatVectorSimilarityValuesSource(
                    question.getValue(), question.getKey())
                .getSimilarityScores(leaf));
      }
    }
    return similarities;
  }

  /// Lucene's scores are half of one more than the cosine.
  private static double similarity(List<DoubleValues> similarities, int document)
      throws IOException {
    for (var values : similarities) {
      if (values.advanceExact(document)) {
        return 2 * values.doubleValue() - 1;
      }
    }
    return Double.NaN;
  }
}
