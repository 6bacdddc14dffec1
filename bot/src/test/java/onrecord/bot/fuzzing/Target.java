package onrecord.bot.fuzzing;

import java.util.Locale;
import java.util.function.Supplier;
import onrecord.bot.writing.ClaimsInReplies;

/// A part of the program that takes input from strangers, and what must hold of it whatever it is
/// handed.
public enum Target {
  PERIODS(PeriodPhrases::new),
  QUESTIONS(Questions::new),
  SENTENCES(SentencesWithFigures::new),
  PDF(() -> new Documents("pdf")),
  WORD(() -> new Documents("docx")),
  WORKBOOK(() -> new Documents("xlsx")),
  HTML(() -> new Documents("html")),
  MARKDOWN(() -> new Documents("md")),
  TEXT(() -> new Documents("txt")),
  ARCHIVE(Archives::new),
  METADATA(MetadataBeside::new),
  PROMPTS(PromptFiles::new),
  SUITES(Suites::new),
  SETS(QuestionSets::new),
  REPLIES(() -> ClaimsInReplies::take),
  API(Requests::new);

  /// Takes one input.
  @FunctionalInterface
  interface Taking {

    /// @throws Exception if what must hold of any input does not
    void take(byte[] input) throws Exception;
  }

  private final Supplier<Taking> taking;

  Target(Supplier<Taking> taking) {
    this.taking = taking;
  }

  /// Makes it ready to take inputs.
  Taking ready() {
    return taking.get();
  }

  /// Its name on the command line and in folders.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Target of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
