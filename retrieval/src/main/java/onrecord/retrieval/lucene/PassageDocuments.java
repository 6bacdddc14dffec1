package onrecord.retrieval.lucene;

import onrecord.retrieval.indexing.IndexedPassage;
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

/// Writes a passage as an index document.
final class PassageDocuments {

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

  static Document of(IndexedPassage passage) {
    var document = new Document();
    addNames(document, passage);
    addStatement(document, passage);
    addTimes(document, passage);
    addWords(document, passage);
    passage
        .vector()
        .ifPresentOrElse(
            values -> document.add(vector(passage, values)),
            () -> document.add(new StringField(Fields.PENDING, "true", Store.NO)));
    return document;
  }

  private static KnnFloatVectorField vector(IndexedPassage passage, float[] values) {
    var field = Fields.vector(passage.text().chinese());
    return new KnnFloatVectorField(field, values, VectorSimilarityFunction.DOT_PRODUCT);
  }

  private static void addNames(Document document, IndexedPassage passage) {
    var disclosure = passage.disclosure();
    document.add(new StringField(Fields.ID, passage.id(), Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(passage.id())));
    document.add(new StringField(Fields.DISCLOSURE, disclosure.id().value(), Store.NO));
    document.add(new StringField(Fields.EDITION, passage.edition(), Store.NO));
    document.add(new StringField(Fields.ISSUER, passage.issuer(), Store.NO));
    document.add(new StringField(Fields.KIND, disclosure.kind().name(), Store.NO));
    document.add(new NumericDocValuesField(Fields.KIND, disclosure.kind().ordinal()));
    document.add(new NumericDocValuesField(Fields.PARENT, passage.isOfParentAlone() ? 1 : 0));
    var page = passage.passage().page();
    if (page != null) {
      document.add(new NumericDocValuesField(Fields.PAGE, page));
    }
  }

  private static void addStatement(Document document, IndexedPassage passage) {
    var statement = passage.statement();
    if (statement != null) {
      document.add(new StringField(Fields.STATEMENT, statement.name(), Store.NO));
      document.add(new NumericDocValuesField(Fields.STATEMENT, statement.ordinal()));
    }
  }

  private static void addTimes(Document document, IndexedPassage passage) {
    document.add(new LongField(Fields.PUBLISHED, passage.published(), Store.NO));
    document.add(new LongField(Fields.ENDED, passage.ended(), Store.NO));
    passage
        .period()
        .ifPresent(period -> {
          document.add(new NumericDocValuesField(Fields.PERIOD_START, period.first()));
          document.add(new NumericDocValuesField(Fields.PERIOD_END, period.last()));
        });
    passage.year().ifPresent(year -> document.add(new StringField(Fields.YEAR, year, Store.NO)));
  }

  private static void addWords(Document document, IndexedPassage passage) {
    document.add(new Field(Fields.WORDS, passage.words(), PLACED));
    document.add(new Field(Fields.CONTEXT, passage.context(), PRESENT));
    for (var label : passage.labels()) {
      document.add(new StringField(Fields.LABEL, label, Store.NO));
    }
    var stated = passage.stated();
    document.add(new NumericDocValuesField(Fields.SAMENESS, stated.figures()));
    document.add(new NumericDocValuesField(Fields.LIKENESS, stated.words()));
  }
}
