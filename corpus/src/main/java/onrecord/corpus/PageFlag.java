package onrecord.corpus;

/// What a person should know of a page before relying on what was read from it.
///
/// @param page from 1
/// @param kind what is the matter with it
/// @param confidence of recognised text, how sure the recognition is of its characters, 0 to 100; 0
///   for the other kinds
public record PageFlag(int page, Kind kind, int confidence) {

  /// What may be the matter with a page.
  public enum Kind {
    /// It is a picture, whose text was recognised (OCR) and may be wrong.
    RECOGNISED,
    /// It is a picture, and none of its text is known.
    SCANNED,
    /// Its fonts do not say what their characters mean; it is left out.
    GARBLED,
    /// It cannot be read; it is left out.
    DAMAGED
  }

  public static PageFlag of(int page, Kind kind) {
    return new PageFlag(page, kind, 0);
  }
}
