package onrecord.bot.evaluation.watching;

import java.time.Instant;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.answers.AnswerArchive;

/// The answers that were given, and what askers thought of them.
public interface History {

  /// The answers of a span of time, in order.
  ///
  /// @param from inclusive
  /// @param until exclusive
  List<Answer> between(Instant from, Instant until);

  /// What askers said in a span of time, of whichever answers.
  ///
  /// @param from inclusive
  /// @param until exclusive
  List<Feedback> feedback(Instant from, Instant until);

  /// What an archive holds.
  static History of(AnswerArchive archive) {
    return new History() {
      @Override
      public List<Answer> between(Instant from, Instant until) {
        return archive.between(from, until);
      }

      @Override
      public List<Feedback> feedback(Instant from, Instant until) {
        return archive.feedback(from, until);
      }
    };
  }
}
