package onrecord.bot.answering;

import java.nio.file.Path;
import java.util.Map;
import onrecord.bot.Assistant;
import onrecord.corpus.Corpus;
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
