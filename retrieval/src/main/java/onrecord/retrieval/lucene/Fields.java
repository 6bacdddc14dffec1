package onrecord.retrieval.lucene;

import java.util.List;

/// The names of the index's fields, and the version that says what is in them.
final class Fields {

  /// Grows whenever what is written changes, so that older indexes are built anew.
  static final int SCHEMA = 1;

  static final String ID = "id";
  static final String DISCLOSURE = "disclosure";

  /// Disclosure and revision: which state of a disclosure a passage was indexed from.
  static final String EDITION = "edition";

  static final String ISSUER = "issuer";
  static final String KIND = "kind";
  static final String PUBLISHED = "published";
  static final String ENDED = "ended";
  static final String PERIOD_START = "periodStart";
  static final String PERIOD_END = "periodEnd";

  /// Marks passages of the parent company's own statements.
  static final String PARENT = "parent";

  /// Marks passages that still await their vector.
  static final String PENDING = "pending";

  static final String TEXT = "text";
  static final String QUESTION = "question";
  static final String HEADINGS = "headings";

  /// Title, issuer, kind and period: the same words in each passage of a disclosure.
  static final String CONTEXT = "context";

  /// All of the four above, without frequencies.
  static final String ANYWHERE = "anywhere";

  static final String LABEL = "label";
  static final String CHINESE_VECTOR = "vector-zh";
  static final String ENGLISH_VECTOR = "vector-en";

  static final List<String> VECTORS = List.of(CHINESE_VECTOR, ENGLISH_VECTOR);

  private Fields() {}

  static String vector(boolean chinese) {
    return chinese ? CHINESE_VECTOR : ENGLISH_VECTOR;
  }
}
