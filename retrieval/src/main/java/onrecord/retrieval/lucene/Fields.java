package onrecord.retrieval.lucene;

/// The names of the index's fields.
final class Fields {

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

  /// The financial year of a disclosure's period.
  static final String YEAR = "year";

  /// The page on which a passage begins.
  static final String PAGE = "page";

  /// The financial statement that a passage is part of.
  static final String STATEMENT = "statement";

  /// Marks passages of the parent company's own statements.
  static final String PARENT = "parent";

  /// What two passages that state the same have in common.
  static final String LIKENESS = "likeness";

  static final String SAMENESS = "sameness";

  /// Marks passages that still await their vector.
  static final String PENDING = "pending";

  /// The terms of its text, its question and its headings.
  static final String WORDS = "words";

  /// The terms of what its disclosure says of it: title, issuer, kind and period. They stand in
  /// every passage of a report, so they are counted apart from its own.
  static final String CONTEXT = "context";

  /// The headings, and the row and column headings of a table, each as one term.
  static final String LABEL = "label";

  static final String CHINESE_VECTOR = "vector-zh";
  static final String ENGLISH_VECTOR = "vector-en";

  private Fields() {}

  static String vector(boolean chinese) {
    return chinese ? CHINESE_VECTOR : ENGLISH_VECTOR;
  }
}
