package onrecord.bot.evaluation.watching;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.asking.Bot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Questions whose answers should not change unnoticed: put again after each publication, and held
/// against what was answered the last time.
///
/// A change is no fault: a report that was awaited changes answers. Somebody should have seen it.
public final class Golden {

  private static final Logger LOG = LoggerFactory.getLogger(Golden.class);

  private final Suite suite;
  private final Bot bot;
  private final GoldenAnswers kept;
  private final AtomicInteger changed = new AtomicInteger();

  /// @param suite read once, so that what is wrong with it is told at the start
  /// @param folder where the last answers are kept
  public Golden(Path suite, Bot bot, Path folder, MeterRegistry meters) {
    this.suite = Suite.readAll(List.of(suite)).getFirst();
    this.bot = bot;
    this.kept = new GoldenAnswers(folder);
    meters.gauge("onrecord.golden.changed", changed);
  }

  /// An answer that is another than before.
  public record Changed(SuiteQuestion question, String before, String after) {

    /// The lines that went and came, each with its sign.
    public String diff() {
      return Diff.of(before, after);
    }
  }

  /// Asks everything again and warns of what changed since the last time.
  ///
  /// @param occasion what may have changed it, for the warning
  public synchronized List<Changed> run(String occasion) {
    var before = kept.read();
    var now = new LinkedHashMap<String, String>();
    var changes = new ArrayList<Changed>();
    for (var question : suite.questions()) {
      var said = said(bot.ask(question));
      now.put(question.id(), said);
      var was = before.get(question.id());
      if (was != null && !was.equals(said)) {
        changes.add(new Changed(question, was, said));
      }
    }
    kept.write(now);
    kept.writeChanges(occasion, changes);
    changed.set(changes.size());
    changes.forEach(change ->
        LOG.warn(
            "Since {} '{}' is answered otherwise:\n{}",
            occasion,
            change.question().question(),
            change.diff()));
    return List.copyOf(changes);
  }

  /// The verdict and the text; which is all that an investor sees.
  private static String said(Reply reply) {
    return reply.verdict().map(Enum::name).orElse("no answer")
        + "\n"
        + reply.answer().path("text").asString(reply.error());
  }
}
