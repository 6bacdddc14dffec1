package onrecord.bot.evaluation.asking;

import java.util.NoSuchElementException;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;

/// Keeps nothing: what a suite asks is no investor's question.
public final class ForgottenAnswers implements Answers {

  @Override
  public void keep(Answer answer) {}

  @Override
  public Optional<Answer> answer(String id) {
    return Optional.empty();
  }

  @Override
  public void rate(String id, Feedback feedback) {
    throw new NoSuchElementException("Answers to suites are not kept.");
  }
}
