package onrecord.bot;

import java.util.Optional;

/// The answers given, kept so that each can be explained later.
public interface Answers {

  void keep(Answer answer);

  /// Keeps an answer with the question as it was put, so that it can be asked again later.
  default void keep(Question question, Answer answer) {
    keep(answer);
  }

  Optional<Answer> answer(String id);

  /// Keeps what an asker thought of an answer.
  ///
  /// @throws java.util.NoSuchElementException if there is no such answer
  void rate(String id, Feedback feedback);

  /// What an asker thought.
  ///
  /// @param comment empty where none was given
  record Feedback(boolean helpful, String comment) {}
}
