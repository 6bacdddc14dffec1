package onrecord.bot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import onrecord.bot.answering.Aids;
import onrecord.bot.answering.Answering;
import onrecord.bot.answering.CorpusIssuers;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.ModelMemory;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.desk.questions.ApprovedAnswers;
import onrecord.bot.desk.questions.ApprovedAssistant;
import onrecord.bot.desk.questions.QuestionGroups;
import onrecord.bot.evaluation.watching.WatchedAssistant;
import onrecord.bot.finding.FigureBook;
import onrecord.bot.finding.Finder;
import onrecord.bot.finding.Rarities;
import onrecord.bot.finding.Roles;
import onrecord.bot.finding.SectionBook;
import onrecord.bot.model.ChatModels;
import onrecord.bot.reading.QuestionReader;
import onrecord.bot.verifying.Grounds;
import onrecord.bot.verifying.Verifier;
import onrecord.bot.writing.ModelAids;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchModels;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// How the parts fit together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  Settings.class,
  DatabaseSettings.class,
  LimitSettings.class,
  LlmSettings.class,
  EmbeddingSettings.class,
  ScoringSettings.class,
  ClusterSettings.class
})
class BotConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Prompts prompts(Settings settings) {
    return settings.prompts() == null ? Prompts.bundled() : Prompts.load(settings.prompts());
  }

  @Bean
  Storage storage(Settings settings, DatabaseSettings database) {
    return database.storage(settings.data());
  }

  @Bean
  CuratedCorpus corpus(Storage storage, LimitSettings limits, Clock clock) {
    return Corpora.open(storage, limits.limits(), clock);
  }

  @Bean
  SearchModels searchModels(EmbeddingSettings embedding, ScoringSettings scoring) {
    return new SearchModels(embedding.models(), scoring.crossEncoder());
  }

  @Bean
  SearchIndex searchIndex(
      Corpus corpus, SearchModels models, ClusterSettings clusterSettings, Settings settings) {
    var directory = settings.data().resolve("index");
    var cluster = clusterSettings.cluster();
    return cluster == null
        ? models.open(corpus, directory)
        : models.open(corpus, cluster, directory);
  }

  /// What `/actuator/info` says of the search: where the index stands, and whether distances are
  /// computed by vector instructions.
  @Bean
  InfoContributor search(ClusterSettings cluster) {
    var vectorInstructions = VectorInstructions.areUsed();
    var index = cluster.nodes().isEmpty() ? "files" : "cluster";
    return told ->
        told.withDetail("search", Map.of("index", index, "vectorInstructions", vectorInstructions));
  }

  @Bean
  AnswerArchive answers(Storage storage, Clock clock) {
    return new AnswerArchive(storage, clock);
  }

  @Bean
  QuestionGroups questionGroups(Storage storage, AnswerArchive archive, Clock clock) {
    // The archive brings the tables up to date.
    return new QuestionGroups(storage, EmbeddingModels.builtIn(), clock);
  }

  @Bean
  ApprovedAnswers approvedAnswers(
      Storage storage, QuestionGroups groups, Corpus corpus, AnswerArchive archive, Clock clock) {
    return new ApprovedAnswers(storage, groups, corpus, archive.trail(), clock);
  }

  /// Opened only where a chat model is set.
  @Bean
  @Lazy
  ModelMemory modelMemory(Settings settings, Clock clock) {
    return ModelMemory.open(settings.data(), clock);
  }

  /// What a chat model adds, held to the grounds of the corpus that is answered from.
  @Bean
  Function<Grounds, Aids.Source> aids(
      LlmSettings llm,
      Settings settings,
      Prompts prompts,
      Clock clock,
      ObjectProvider<ModelMemory> memory,
      ObjectProvider<MeterRegistry> meterRegistry) {
    var rules = new ExtractiveComposer(language -> prompts.phrases(language.tag()));
    if (!llm.isSet()) {
      return _ -> () -> Aids.none(rules);
    }
    var meters = meterRegistry.getIfAvailable(SimpleMeterRegistry::new);
    var days = clock.withZone(settings.zone());
    var model = ChatModels.open(llm.toModel(), memory.getObject(), days, meters);
    var tokens = llm.budget().tokensPerQuestion();
    return grounds -> new ModelAids(model, llm.timeout(), tokens, prompts, rules, grounds, meters);
  }

  @Bean
  Assistant assistant(
      Assistants assistants,
      ApprovedAnswers approved,
      Corpus corpus,
      SearchIndex index,
      Answers answers,
      Clock clock,
      ObjectProvider<MeterRegistry> meterRegistry) {
    var approving =
        new ApprovedAssistant(
            assistants.over(corpus, index, answers, clock), approved, corpus, answers, clock);
    return new WatchedAssistant(approving, meterRegistry.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  Assistants assistants(Prompts prompts, Settings settings, Function<Grounds, Aids.Source> aids) {
    return (corpus, index, answers, clock) ->
        assistant(prompts, settings, aids, corpus, index, answers, clock);
  }

  private static Assistant assistant(
      Prompts prompts,
      Settings settings,
      Function<Grounds, Aids.Source> aids,
      Corpus corpus,
      SearchIndex index,
      Answers answers,
      Clock clock) {
    var issuer = settings.issuer() == null ? null : new SecuritiesCode(settings.issuer());
    var reader =
        new QuestionReader(prompts.glossary(), prompts.policy(), new CorpusIssuers(corpus), issuer);
    var figures = new FigureBook(corpus);
    var finder =
        new Finder(
            index,
            prompts.glossary(),
            figures,
            new SectionBook(corpus),
            new Roles(corpus),
            new Rarities(corpus));
    var grounds = new Grounds(prompts, figures::of);
    return new Answering(
        corpus,
        reader::read,
        finder,
        aids.apply(grounds),
        new Verifier(grounds),
        prompts,
        answers,
        clock);
  }
}
