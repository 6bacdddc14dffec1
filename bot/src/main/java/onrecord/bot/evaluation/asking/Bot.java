package onrecord.bot.evaluation.asking;

import java.util.List;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.Spot;

/// One that answers suites. Safe for use by many threads.
public interface Bot {

  /// What it is called in reports.
  String name();

  /// The state of the corpus that it answers from.
  String corpusRevision();

  /// Puts a question, after the earlier ones of its conversation.
  ///
  /// @return an answer, or why there is none to this question
  /// @throws NoAnswerException if the bot cannot be reached
  Reply ask(SuiteQuestion question);

  /// The texts of all passages held at a spot; empty where its document or page was not read.
  List<String> passagesAt(Spot spot);
}
