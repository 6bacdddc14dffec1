package onrecord.bot.desk.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import onrecord.bot.Assistants;
import onrecord.bot.ForgottenAnswers;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.evaluation.asking.LocalBot;
import onrecord.bot.evaluation.watching.Golden;
import onrecord.bot.evaluation.watching.GoldenRuns;
import onrecord.bot.evaluation.watching.History;
import onrecord.bot.evaluation.watching.Watch;
import onrecord.corpus.Corpus;
import onrecord.retrieval.SearchIndex;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the answers that are given are watched.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GoldenSettings.class)
class WatchConfiguration {

  @Bean(initMethod = "start")
  Watch watch(AnswerArchive archive, MeterRegistry meters, Clock clock, Settings settings) {
    return new Watch(History.of(archive), meters, clock, settings.zone());
  }

  @Bean
  Golden golden(
      GoldenSettings golden,
      Assistants assistants,
      Corpus corpus,
      SearchIndex index,
      Clock clock,
      Settings settings,
      MeterRegistry meters) {
    var assistant = assistants.over(corpus, index, new ForgottenAnswers(), clock);
    var bot = new LocalBot(assistant, corpus, clock, settings.zone());
    var data = settings.data();
    return new Golden(golden.suiteIn(data), bot, data.resolve("golden"), clock, meters);
  }

  /// Answers are what they will be when each passage has its vector.
  @Bean(initMethod = "start")
  GoldenRuns goldenRuns(Golden golden, SearchIndex index) {
    return new GoldenRuns(golden, index::awaitVectors);
  }

  @Bean
  Occasions occasions(GoldenRuns runs) {
    return new Occasions(runs);
  }
}
