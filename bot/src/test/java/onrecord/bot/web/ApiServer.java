package onrecord.bot.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.channel.ChannelDatabase;
import onrecord.bot.channel.OpenQuestions;
import onrecord.bot.channel.Review;
import onrecord.bot.channel.Secret;
import onrecord.bot.desk.keys.ApiKeys;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.evaluation.watching.History;
import onrecord.bot.evaluation.watching.Watch;
import onrecord.corpus.Corpus;
import onrecord.corpus.Language;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import onrecord.retrieval.Evidence;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchUnavailableException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The web channel alone, over a corpus in memory and an assistant that always says the same.
///
/// Not a configuration by annotation, so that a scan of the whole program does not find it.
@EnableAutoConfiguration
@ComponentScan
public class ApiServer {

  static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Bean
  Prompts prompts() {
    return Prompts.bundled();
  }

  @Bean
  Settings settings() throws IOException {
    var data = Files.createTempDirectory("onrecord-test").toString();
    return new Binder(new MapConfigurationPropertySource(Map.of("onrecord.data", data)))
        .bindOrCreate("onrecord", Settings.class);
  }

  @Bean
  Storage storage(Settings settings) {
    return Storage.in(settings.data());
  }

  @Bean
  AnswerArchive answers(Storage storage, Clock clock) {
    return new AnswerArchive(storage, clock);
  }

  @Bean
  Watch watch(AnswerArchive archive, MeterRegistry meters, Clock clock, Settings settings) {
    return new Watch(History.of(archive), meters, clock, settings.zone());
  }

  @Bean
  HealthIndicator indexHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  HealthIndicator databaseHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  ApiKeys apiKeys(Storage storage, AnswerArchive archive, Clock clock) {
    return new ApiKeys(storage, archive.trail(), clock);
  }

  @Bean
  OpenQuestions openQuestions(Storage storage, Settings settings, Clock clock) {
    ChannelDatabase.migrate(storage.source());
    return new OpenQuestions(storage.source(), Secret.in(settings.data()), clock);
  }

  /// Holds the answers to questions that say so.
  @Bean
  Outgoing outgoing(OpenQuestions questions, Prompts prompts, AnswerArchive archive) {
    var review =
        new Review() {
          @Override
          public boolean holds(Answer answer) {
            return answer.question().contains("审核");
          }

          @Override
          public boolean mayHold() {
            return false;
          }
        };
    return new Outgoing(review, questions, prompts, archive.trail());
  }

  @Bean
  Corpus corpus(Settings settings) throws IOException {
    return new HeldInMemory(Files.createDirectories(settings.data().resolve("originals")));
  }

  @Bean
  SearchIndex index() {
    return new OnePassage();
  }

  @Bean
  Assistant assistant(Answers answers) {
    return (question, progress) -> {
      failIfOutOfReach(question.text());
      var answer = Examples.answer(UUID.randomUUID().toString(), question, NOW);
      progress.read(new Reading(Language.ZH, Examples.ISSUER, List.of()));
      progress.found(answer.evidence());
      answer.claims().forEach(claim -> progress.claimed(claim, answer.citations()));
      answers.keep(explained(answer, question));
      return explained(answer, question);
    };
  }

  /// The search is down for questions that say so.
  private static void failIfOutOfReach(String question) {
    if (question.contains("断线")) {
      throw new SearchUnavailableException("No search", new IOException("No node answers"));
    }
  }

  /// The answer with the conversation as its composer, for tests to see what was handed on.
  private static Answer explained(Answer answer, Question question) {
    return new Answer(
        answer.id(),
        answer.question(),
        answer.askedAt(),
        answer.asOf(),
        answer.language(),
        answer.issuer(),
        answer.verdict(),
        answer.text(),
        answer.parts(),
        answer.nextReport(),
        answer.claims(),
        answer.citations(),
        answer.evidence(),
        answer.corpusRevision(),
        String.join("|", question.conversation()),
        answer.prompts(),
        answer.timings(),
        answer.question().contains("对比") ? List.of(Examples.REVENUES) : List.of(),
        answer.usage());
  }

  /// Finds the one passage there is.
  private static final class OnePassage implements SearchIndex {

    @Override
    public List<Evidence> retrieve(Query query) {
      failIfOutOfReach(query.text());
      return Examples.REPORT.isInForce(query.asOf())
          ? List.of(new Evidence(Examples.REVENUE, Examples.REPORT, 1, 0.83, 0.9, 0.7))
          : List.of();
    }

    @Override
    public void reconcile() {}

    @Override
    public Progress progress() {
      return new Progress(1, 1);
    }

    @Override
    public void rebuild() {}

    @Override
    public void awaitVectors() {}

    @Override
    public void close() {}
  }
}
