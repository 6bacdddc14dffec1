package onrecord.bot.answering;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.finding.FigureBook;
import onrecord.bot.finding.Finder;
import onrecord.bot.finding.Rarities;
import onrecord.bot.finding.Roles;
import onrecord.bot.finding.SectionBook;
import onrecord.bot.model.ChatModel;
import onrecord.bot.reading.QuestionReader;
import onrecord.bot.verifying.Grounds;
import onrecord.bot.verifying.Verifier;
import onrecord.bot.writing.ModelAids;
import onrecord.corpus.Corpus;
import onrecord.prompts.Prompts;
import onrecord.retrieval.SearchIndex;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The parts that answer, real ones and wired as in the program, over a data directory of their
/// own.
public final class Installed implements AutoCloseable {

  private final AnnotationConfigApplicationContext parts;

  private Installed(AnnotationConfigApplicationContext parts) {
    this.parts = parts;
  }

  public static Installed in(Path data) {
    var parts = new AnnotationConfigApplicationContext();
    parts
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("onrecord.data", data.toString())));
    parts.register(wiring());
    parts.refresh();
    return new Installed(parts);
  }

  private static Class<?> wiring() {
    try {
      return Class.forName("onrecord.bot.BotConfiguration");
    } catch (ClassNotFoundException moved) {
      throw new IllegalStateException("The wiring stands elsewhere now", moved);
    }
  }

  public Assistant assistant() {
    return parts.getBean(Assistant.class);
  }

  /// The same, helped by a chat model.
  ///
  /// @param patience how long a question waits for it
  public Assistant helpedBy(ChatModel model, Duration patience, MeterRegistry meters) {
    var prompts = parts.getBean(Prompts.class);
    var figures = new FigureBook(corpus());
    var grounds = new Grounds(prompts, figures::of);
    var rules = new ExtractiveComposer(language -> prompts.phrases(language.tag()));
    var aids = new ModelAids(model, patience, 1_000_000, prompts, rules, grounds, meters);
    var reader =
        new QuestionReader(prompts.glossary(), prompts.policy(), new CorpusIssuers(corpus()), null);
    var finder =
        new Finder(
            index(),
            prompts.glossary(),
            figures,
            new SectionBook(corpus()),
            new Roles(corpus()),
            new Rarities(corpus()));
    return new Answering(
        corpus(),
        reader::read,
        finder,
        aids,
        new Verifier(grounds),
        prompts,
        parts.getBean(Answers.class),
        Clock.systemUTC());
  }

  public Corpus corpus() {
    return parts.getBean(Corpus.class);
  }

  public SearchIndex index() {
    return parts.getBean(SearchIndex.class);
  }

  @Override
  public void close() {
    parts.close();
  }
}
