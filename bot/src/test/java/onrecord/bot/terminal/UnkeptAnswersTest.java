package onrecord.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import onrecord.bot.Answers;
import onrecord.bot.ForgottenAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

class UnkeptAnswersTest {

  @Test
  void theServiceDoesNotFindThem() {
    var found = new ClassPathScanningCandidateComponentProvider(true);

    assertThat(found.findCandidateComponents("onrecord.bot.terminal"))
        .extracting(BeanDefinition::getBeanClassName)
        .isNotEmpty()
        .doesNotContain(UnkeptAnswers.class.getName());
  }

  @Test
  void whoAsksForThemHasThem() {
    try (var parts = new AnnotationConfigApplicationContext(UnkeptAnswers.class)) {
      assertThat(parts.getBean(Answers.class)).isInstanceOf(ForgottenAnswers.class);
    }
  }
}
