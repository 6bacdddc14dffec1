package onrecord.bot.evaluation.importing;

import java.util.List;
import onrecord.bot.evaluation.SuiteQuestion;

/// A question set, and the documents that come with it, where it brings texts of its own.
public record Imported(List<SuiteQuestion> questions, List<Document> documents) {

  public Imported {
    questions = List.copyOf(questions);
    documents = List.copyOf(documents);
  }

  static Imported of(List<SuiteQuestion> questions) {
    return new Imported(questions, List.of());
  }

  /// A text to be imported as a disclosure, so that its questions can be asked.
  ///
  /// @param file the name that gold places give
  public record Document(String file, String title, String text) {}
}
