package onrecord.corpus.document;

import org.jspecify.annotations.Nullable;

/// What a document consists of once long table cells are taken out and dialogues are cut into
/// turns.
sealed interface Part {

  record Headed(int level, PrintedText text) implements Part {}

  record Said(PrintedText text) implements Part {}

  /// A question whose place in a table tells that it is one.
  record Asked(@Nullable String number, String text) implements Part {}

  record Tabled(Block.Table table) implements Part {}

  /// The end of a table that held text or dialogue.
  record Closed() implements Part {}
}
