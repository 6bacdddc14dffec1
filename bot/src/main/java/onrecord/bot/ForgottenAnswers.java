package onrecord.bot;

import java.util.NoSuchElementException;
import java.util.Optional;

/// Keeps nothing: what a suite or a replay asks is no investor's question.
public final class ForgottenAnswers implements Answers {

  @Override
  public void keep(Answer answer) {}

  @Override
  public Optional<Answer> answer(String id) {
    return Optional.empty();
  }

  @Override
  public void rate(String id, Feedback feedback) {
    throw new NoSuchElementException("No answer is kept here: " + id);
  }
}
