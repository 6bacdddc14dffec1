package onrecord.bot.evaluation.watching;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.asking.Bot;
import onrecord.bot.evaluation.watching.GoldenRun.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Questions whose answers should not change unnoticed: put again after each publication, and held
/// against what was answered the last time.
///
/// A change is no fault: a report that was awaited changes answers. Somebody should have seen it. A
/// question with an `asOf` of its own is answered as of then, and so shows what a publication must
/// not change.
public final class Golden {

  private static final Logger LOG = LoggerFactory.getLogger(Golden.class);

  private final Path suite;
  private final Bot bot;
  private final GoldenAnswers kept;
  private final Clock clock;
  private final AtomicInteger changed = new AtomicInteger();

  /// @param suite may come later; read anew each time
  /// @param folder where the last answers and runs are kept
  /// @throws onrecord.bot.evaluation.BrokenSuiteException if the suite is there and cannot be read
  public Golden(Path suite, Bot bot, Path folder, Clock clock, MeterRegistry meters) {
    this.suite = suite;
    this.bot = bot;
    this.kept = new GoldenAnswers(folder);
    this.clock = clock;
    meters.gauge("onrecord.golden.changed", changed);
    questions();
  }

  /// The last runs, the newest first: what a person looks at.
  public List<GoldenRun> runs() {
    return kept.runs();
  }

  /// Asks everything again and warns of what changed since the last time.
  ///
  /// @param occasion titles of what was published, or [GoldenRun#START]
  public synchronized GoldenRun run(String occasion) {
    var before = kept.answers();
    var now = new LinkedHashMap<String, String>();
    var changes = new ArrayList<Changed>();
    for (var question : questions()) {
      var said = said(bot.ask(question));
      now.put(question.id(), said);
      var was = before.get(question.id());
      if (was != null && !was.equals(said)) {
        changes.add(new Changed(question.id(), question.question(), was, said));
      }
    }
    var run = new GoldenRun(clock.instant(), occasion, now.size(), changes);
    kept.keep(now, run);
    changed.set(changes.size());
    warn(run);
    return run;
  }

  private static void warn(GoldenRun run) {
    for (var change : run.changes()) {
      LOG.warn(
          "After {} '{}' is answered otherwise:\n{}",
          run.followsStart() ? "the start" : run.occasion(),
          change.question(),
          change.diff().text());
    }
  }

  private List<SuiteQuestion> questions() {
    return Files.exists(suite) ? Suite.readAll(List.of(suite)).getFirst().questions() : List.of();
  }

  /// The verdict and the text; which is all that an investor sees.
  private static String said(Reply reply) {
    return reply.verdict().map(Enum::name).orElse("no answer")
        + "\n"
        + reply.answer().path("text").asString(reply.error());
  }
}
