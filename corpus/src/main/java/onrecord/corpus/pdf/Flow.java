package onrecord.corpus.pdf;

/// What follows one another in the text of a document: paragraphs and tables.
sealed interface Flow permits Para, Sheaf {

  /// The page on which it begins.
  int page();

  /// The page on which it ends.
  int lastPage();
}
