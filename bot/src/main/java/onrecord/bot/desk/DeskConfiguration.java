package onrecord.bot.desk;

import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import java.time.Duration;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.channel.FrontOffice;
import onrecord.bot.channel.OpenQuestions;
import onrecord.bot.channel.Review;
import onrecord.bot.desk.audit.Exports;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.publication.Announcer;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.desk.review.ReviewRules;
import onrecord.bot.desk.review.ReviewSettings;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import onrecord.retrieval.SearchIndex;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How the parts of the desk fit together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
class DeskConfiguration {

  /// For how long one of several instances tells of publications before another may.
  private static final Duration ANNOUNCING = Duration.ofSeconds(30);

  @Bean
  AuditTrail auditTrail(AnswerArchive archive) {
    return archive.trail();
  }

  @Bean
  Review review(ReviewSettings settings) {
    return new ReviewRules(settings);
  }

  @Bean
  Outgoing outgoing(Review review, OpenQuestions questions, Prompts prompts, AuditTrail trail) {
    return new Outgoing(review, questions, prompts, trail);
  }

  @Bean
  Exports exports(AuditTrail trail, Settings settings) {
    return new Exports(trail, settings.zone());
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  People people(Storage storage, AuditTrail trail, PasswordEncoder passwords, Clock clock) {
    return new People(
        storage, trail, password -> String.valueOf(passwords.encode(password)), clock);
  }

  @Bean
  ApiKeys apiKeys(Storage storage, AuditTrail trail, Clock clock) {
    return new ApiKeys(storage, trail, clock);
  }

  /// What the team does is counted nowhere that others can read: a count of uploads tells that
  /// something is coming.
  @Bean
  MeterFilter uncounted() {
    return MeterFilter.deny(meter -> {
      var uri = String.valueOf(meter.getTag("uri"));
      return uri.startsWith("/console")
          || (uri.startsWith("/api/v1/disclosures") && "POST".equals(meter.getTag("method")));
    });
  }

  @Bean(initMethod = "start")
  Announcer announcer(
      CuratedCorpus corpus,
      SearchIndex index,
      AuditTrail trail,
      FrontOffice office,
      ApplicationEventPublisher publisher) {
    return new Announcer(
        corpus,
        index,
        trail,
        publisher::publishEvent,
        () -> office.duties().hold("publications", ANNOUNCING));
  }
}
