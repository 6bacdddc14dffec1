package onrecord.bot.terminal;

import onrecord.bot.Answers;
import onrecord.bot.ForgottenAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Answers that are given and forgotten, for a suite that is put to the parts alone.
///
/// No annotation makes it a part of the service: that finds what is annotated by itself, and would
/// keep no investor's answer any more.
class UnkeptAnswers {

  @Bean
  @Primary
  Answers unkept() {
    return new ForgottenAnswers();
  }
}
