package onrecord.bot.terminal;

import java.util.NoSuchElementException;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Answers that are given and forgotten.
///
/// Not a configuration by annotation: the service scans its packages, and keeps what it answers.
class UnkeptAnswers {

  @Bean
  @Primary
  Answers unkept() {
    return new Answers() {
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
    };
  }
}
