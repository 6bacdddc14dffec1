package onrecord.bot.terminal;

import java.nio.file.Path;
import onrecord.bot.Assistant;
import onrecord.bot.Assistants;
import onrecord.bot.DatabaseSettings;
import onrecord.bot.Settings;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.desk.audit.Replay;
import onrecord.corpus.Corpus;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Storage;
import onrecord.prompts.Prompts;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchModels;
import org.springframework.context.ConfigurableApplicationContext;

/// What is installed in a data directory, open until it is closed.
record Installation(ConfigurableApplicationContext context) implements AutoCloseable {

  Assistant assistant() {
    return context.getBean(Assistant.class);
  }

  Corpus corpus() {
    return context.getBean(Corpus.class);
  }

  AnswerArchive archive() {
    return context.getBean(AnswerArchive.class);
  }

  /// Asks stored questions again.
  Replay replay() {
    return new Replay(
        archive(),
        context.getBean(CuratedCorpus.class),
        index(),
        context.getBean(SearchModels.class),
        settings().data().resolve("index"),
        context.getBean(Assistants.class));
  }

  SearchIndex index() {
    return context.getBean(SearchIndex.class);
  }

  Prompts prompts() {
    return context.getBean(Prompts.class);
  }

  Settings settings() {
    return context.getBean(Settings.class);
  }

  /// Opens the configured database, with a directory for files beside it.
  Storage storage(Path directory) {
    return context.getBean(DatabaseSettings.class).storage(directory);
  }

  @Override
  public void close() {
    context.close();
  }
}
