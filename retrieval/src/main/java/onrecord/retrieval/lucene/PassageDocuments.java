package onrecord.retrieval.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.Speaker;
import onrecord.retrieval.analysis.Labels;
import onrecord.retrieval.analysis.PeriodWords;
import onrecord.retrieval.analysis.Stated;
import onrecord.retrieval.structure.KindNames;
import onrecord.retrieval.structure.Statement;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes a passage as an index document, together with what its disclosure says of it: in a long
/// report the same words stand on fifty pages, and issuer, year, kind and headings decide.
final class PassageDocuments {

  static final long NEVER = Long.MAX_VALUE;

  /// 母公司 without 归属于 before it and 合并 beside it; English reports call the parent's own statements
  /// the company's.
  private static final Pattern PARENT =
      Pattern.compile(
          "^(?!.*(?:合并|归属于)).*母公司|(?i)\\bparent company|^company (?:balance sheet|income statement"
              + "|statement of)|^the company.s (?:balance sheet|statement of)");

  private static final FieldType PLACED = tokens(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  /// How often a title says a word, and how long it is, tells nothing.
  private static final FieldType PRESENT = tokens(IndexOptions.DOCS);

  private PassageDocuments() {}

  private static FieldType tokens(IndexOptions options) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(options == IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /// Whether it may ever be found: only the company's words are.
  static boolean isFindable(Passage passage) {
    return passage.speaker() == Speaker.COMPANY;
  }

  /// Names the state of a disclosure.
  static String edition(Disclosure disclosure) {
    return disclosure.id() + "@" + disclosure.revision();
  }

  /// @param statement that the passage is part of, if any
  /// @param vector none while it has none
  static Document of(
      Disclosure disclosure,
      Passage passage,
      @Nullable Statement statement,
      boolean chinese,
      Optional<float[]> vector) {
    var document = new Document();
    addNames(document, disclosure, passage);
    addStatement(document, statement);
    addTimes(document, disclosure, passage);
    addWords(document, disclosure, passage);
    addStated(document, disclosure, passage);
    for (var label : Labels.of(passage)) {
      document.add(new StringField(Fields.LABEL, label, Store.NO));
    }
    vector.ifPresentOrElse(
        values ->
            document.add(
                new KnnFloatVectorField(
                    Fields.vector(chinese), values, VectorSimilarityFunction.DOT_PRODUCT)),
        () -> document.add(new StringField(Fields.PENDING, "true", Store.NO)));
    return document;
  }

  private static void addNames(Document document, Disclosure disclosure, Passage passage) {
    var id = passage.id().value();
    document.add(new StringField(Fields.ID, id, Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(id)));
    document.add(new StringField(Fields.DISCLOSURE, disclosure.id().value(), Store.NO));
    document.add(new StringField(Fields.EDITION, edition(disclosure), Store.NO));
    document.add(new StringField(Fields.ISSUER, disclosure.issuer().code().value(), Store.NO));
    document.add(new StringField(Fields.KIND, disclosure.kind().name(), Store.NO));
    document.add(new NumericDocValuesField(Fields.KIND, disclosure.kind().ordinal()));
    document.add(new NumericDocValuesField(Fields.PARENT, isOfParentAlone(passage) ? 1 : 0));
    if (passage.page() != null) {
      document.add(new NumericDocValuesField(Fields.PAGE, passage.page()));
    }
  }

  private static void addStatement(Document document, @Nullable Statement statement) {
    if (statement != null) {
      document.add(new StringField(Fields.STATEMENT, statement.name(), Store.NO));
      document.add(new NumericDocValuesField(Fields.STATEMENT, statement.ordinal()));
    }
  }

  /// Statements of the parent company alone stand beside the consolidated ones with the same rows.
  private static boolean isOfParentAlone(Passage passage) {
    var caption = passage.text().lines().findFirst().orElse("");
    return passage.form() == Passage.Form.TABLE && namesParent(caption)
        || passage.headings().stream().anyMatch(PassageDocuments::namesParent);
  }

  private static boolean namesParent(String heading) {
    return PARENT.matcher(heading).find() && heading.length() < 60;
  }

  private static void addTimes(Document document, Disclosure disclosure, Passage passage) {
    document.add(new LongField(Fields.PUBLISHED, instant(disclosure.publishedAt()), Store.NO));
    var ended = Math.min(instant(disclosure.endedAt()), instant(passage.endedAt()));
    document.add(new LongField(Fields.ENDED, ended, Store.NO));
    var period = disclosure.period();
    if (period != null) {
      document.add(new NumericDocValuesField(Fields.PERIOD_START, period.start().toEpochDay()));
      document.add(new NumericDocValuesField(Fields.PERIOD_END, period.end().toEpochDay()));
      document.add(new StringField(Fields.YEAR, "" + period.end().getYear(), Store.NO));
    }
  }

  private static long instant(@Nullable Instant instant) {
    return instant == null ? NEVER : Filters.millis(instant);
  }

  /// Its own words all into one field, so that a term counts over the whole (BM25F); headings
  /// twice, since they say in few words what many lines are about.
  private static void addWords(Document document, Disclosure disclosure, Passage passage) {
    var headings = String.join("\n", passage.headings());
    var words = new ArrayList<String>();
    words.add(headings);
    words.add(headings);
    if (passage.question() != null) {
      words.add(passage.question());
    }
    words.add(passage.text());
    document.add(new Field(Fields.WORDS, String.join("\n", words), PLACED));
    document.add(new Field(Fields.CONTEXT, String.join("\n", context(disclosure)), PRESENT));
  }

  private static void addStated(Document document, Disclosure disclosure, Passage passage) {
    var stated = Stated.of(disclosure.issuer().code(), passage);
    document.add(new NumericDocValuesField(Fields.SAMENESS, stated.figures()));
    document.add(new NumericDocValuesField(Fields.LIKENESS, stated.words()));
  }

  private static List<String> context(Disclosure disclosure) {
    var issuer = disclosure.issuer();
    var words = new ArrayList<String>();
    words.add(disclosure.title());
    words.add(issuer.shortName());
    words.add(issuer.companyName());
    words.addAll(issuer.aliases());
    words.add(issuer.code().value());
    words.addAll(KindNames.of(disclosure.kind()));
    if (disclosure.period() != null) {
      words.addAll(PeriodWords.of(disclosure.period()));
    }
    return words;
  }
}
