package onrecord.bot.channel;

import onrecord.bot.Answer;

/// Which answers a person of the IR team sees before they leave.
///
/// A channel asks for each answer, leaves one that is held in [OpenQuestions], and tells the asker
/// that it will come.
@FunctionalInterface
public interface Review {

  /// Lets every answer leave at once.
  Review NONE = answer -> false;

  boolean holds(Answer answer);

  /// Whether it may hold any at all: then nothing of an answer is told before it is whole.
  default boolean mayHold() {
    return this != NONE;
  }
}
