package onrecord.bot.evaluation.watching;

import java.time.Instant;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.Answers.Feedback;

/// The answers that were given, and what askers thought of them.
public interface History {

  /// @param from inclusive
  /// @param until exclusive
  List<Answer> between(Instant from, Instant until);

  /// What askers thought of an answer, in order of time.
  List<Feedback> feedback(String answerId);
}
