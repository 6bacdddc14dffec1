package onrecord.bot;

import java.time.Clock;
import onrecord.bot.answering.Answering;
import onrecord.bot.answering.CorpusIssuers;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.finding.FigureBook;
import onrecord.bot.finding.Finder;
import onrecord.bot.finding.Rarities;
import onrecord.bot.finding.Roles;
import onrecord.bot.finding.SectionBook;
import onrecord.bot.reading.QuestionReader;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Prompts;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchIndexes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the parts fit together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
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
  Corpus corpus(Settings settings) {
    return Corpora.open(settings.data());
  }

  @Bean
  SearchIndex searchIndex(Corpus corpus, Settings settings) {
    return SearchIndexes.open(corpus, settings.data().resolve("index"), EmbeddingModels.builtIn());
  }

  @Bean
  AnswerArchive answers(Settings settings, Clock clock) {
    return AnswerArchive.open(settings.data(), clock);
  }

  @Bean
  Assistant assistant(
      Corpus corpus,
      SearchIndex index,
      Prompts prompts,
      Answers answers,
      Settings settings,
      Clock clock) {
    var issuer = settings.issuer() == null ? null : new SecuritiesCode(settings.issuer());
    var reader =
        new QuestionReader(prompts.glossary(), prompts.policy(), new CorpusIssuers(corpus), issuer);
    var finder =
        new Finder(
            index,
            prompts.glossary(),
            new FigureBook(corpus),
            new SectionBook(corpus),
            new Roles(corpus),
            new Rarities(corpus));
    var composer = new ExtractiveComposer(language -> prompts.phrases(language.tag()));
    return new Answering(corpus, reader::read, finder, composer, prompts, answers, clock);
  }
}
