package onrecord.retrieval.analysis;

/// A countable piece of a text.
///
/// @param value as indexed
/// @param form what it is
/// @param start offset in the normalised text
/// @param end offset after it; between the two there may be white space that the value leaves out
public record Term(String value, Form form, int start, int end) {

  /// What a term is.
  public enum Form {
    /// One Chinese character among others.
    CHARACTER,
    /// Two Chinese characters side by side.
    PAIR,
    /// A Latin word, reduced to its stem.
    WORD,
    /// A number without separators: `1581905632.48`.
    NUMBER,
    /// A number with what follows it directly: `2020年`, `12.5%`, `5g`.
    QUANTITY
  }
}
