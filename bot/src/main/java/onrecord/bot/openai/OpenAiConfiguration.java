package onrecord.bot.openai;

import onrecord.bot.web.TranslatedProblems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the endpoint of chat completions fits in.
@Configuration(proxyBeanMethods = false)
class OpenAiConfiguration {

  @Bean
  FilterRegistrationBean<TranslatedProblems> completionProblems() {
    return TranslatedProblems.below("/v1", CompletionProblem::of);
  }
}
