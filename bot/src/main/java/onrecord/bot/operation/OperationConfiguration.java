package onrecord.bot.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.Map;
import onrecord.bot.Assistant;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.operation.backup.Backup;
import onrecord.bot.operation.backup.BackupRequests;
import onrecord.bot.operation.metrics.DatabaseHealth;
import onrecord.bot.operation.metrics.HoldingsMeters;
import onrecord.bot.operation.metrics.IndexHealth;
import onrecord.bot.operation.metrics.ObservedAssistant;
import onrecord.bot.operation.opening.FirstSearch;
import onrecord.bot.operation.retention.Retention;
import onrecord.bot.operation.retention.RetentionSettings;
import onrecord.corpus.Corpus;
import onrecord.corpus.Storage;
import onrecord.retrieval.SearchIndex;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the parts of the operation fit together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class OperationConfiguration {

  @Bean(initMethod = "start")
  BackupRequests backupRequests(Storage storage, Clock clock) {
    return new BackupRequests(
        storage.directory(), folder -> Backup.take(storage, folder, clock).told());
  }

  @Bean(initMethod = "start")
  Retention retention(AnswerArchive archive, RetentionSettings settings, Clock clock) {
    return new Retention(archive, settings.questions(), clock);
  }

  @Bean(initMethod = "start")
  FirstSearch firstSearch(Corpus corpus, SearchIndex index, Clock clock) {
    return new FirstSearch(corpus, index, clock);
  }

  @Bean
  HoldingsMeters holdingsMeters(Corpus corpus, SearchIndex index, Storage storage, Clock clock) {
    return new HoldingsMeters(corpus, index, storage, clock);
  }

  @Bean
  HealthIndicator index(Corpus corpus, SearchIndex index, Clock clock) {
    return new IndexHealth(corpus, index, clock);
  }

  @Bean
  HealthIndicator database(Storage storage) {
    return new DatabaseHealth(storage);
  }

  /// What `/actuator/info` says beside the build.
  @Bean
  InfoContributor heldCorpus(Corpus corpus, Clock clock) {
    return told ->
        told.withDetail(
            "corpus",
            Map.of(
                "revision",
                corpus.revision().toString(),
                "disclosures",
                corpus.inForce(clock.instant()).size()));
  }

  /// Everything that is asked is observed, whichever the channel.
  @Bean
  static BeanPostProcessor observing(
      ObjectProvider<MeterRegistry> meters, ObjectProvider<Tracer> tracer) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Assistant assistant
            ? new ObservedAssistant(
                assistant, meters.getObject(), tracer.getIfAvailable(() -> Tracer.NOOP))
            : bean;
      }
    };
  }
}
