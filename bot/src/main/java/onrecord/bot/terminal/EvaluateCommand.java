package onrecord.bot.terminal;

import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.asking.Bot;
import onrecord.bot.evaluation.asking.LocalBot;
import onrecord.bot.evaluation.asking.RemoteBot;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Threshold;
import onrecord.bot.evaluation.reporting.Faults;
import onrecord.bot.evaluation.reporting.MarkedTable;
import onrecord.bot.evaluation.reporting.Report;
import onrecord.bot.evaluation.reporting.ResultsTable;
import onrecord.bot.evaluation.running.Evaluation;
import onrecord.bot.evaluation.running.ReportFolder;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `evaluate`: puts suites to a bot and reports what its answers are worth.
@Command(
    name = "evaluate",
    description = {
      "Asks the questions of suites and measures the answers.",
      "A suite is a JSONL file, one question a line. Writes report.html, results.jsonl,"
          + " summary.json and junit.xml. A run that was broken off goes on where it was."
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  @Parameters(arity = "1..*", paramLabel = "SUITE", description = "Files with questions.")
  private List<Path> suites = List.of();

  @SuppressWarnings("NullAway.Init")
  @Option(
      names = "--report",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write the report to.")
  private Path report;

  @Option(
      names = "--against",
      paramLabel = "URL",
      description =
          "A running bot, such as http://localhost:8080 (default: this program, on the data"
              + " directory).")
  private @Nullable URI against;

  @Option(
      names = "--baseline",
      paramLabel = "REPORT",
      description = "The folder of an earlier report to hold this one against.")
  private @Nullable Path baseline;

  @Option(
      names = "--fail-under",
      paramLabel = "MEASURE=LIMIT",
      split = ",",
      converter = {MeasureName.class, Limit.class},
      description =
          "Ends with exit code 1 where a share is lower (verdict, facts, figures, citation-recall,"
              + " …; 0 to 1), or a fault or count higher (leaks, unsupported, over-deferral, …),"
              + " such as verdict=0.95,leaks=0. Repeatable.")
  private Map<Measure, Double> limits = Map.of();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description =
          "A Markdown file whose table of results is renewed, between <!-- results --> and"
              + " <!-- end of results -->.")
  private @Nullable Path table;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "How often each question is put, to measure consistency (default: 1).")
  private int rounds;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many questions are put at a time (default: one a processor).")
  private int parallel = Runtime.getRuntime().availableProcessors();

  private Duration took = Duration.ZERO;

  EvaluateCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Integer call() {
    var thresholds = thresholds();
    positive("--repeat", rounds);
    positive("--parallel", parallel);
    var read = Suite.readAll(suites);
    var found = against == null ? evaluateHere(read) : evaluate(remote(against), read);
    new ReportFolder(report).write(found, thresholds);
    print(found);
    renewTable(found);
    var scores = found.total();
    var missed = thresholds.stream().filter(threshold -> !threshold.isMetBy(scores)).toList();
    missed.forEach(threshold -> out().println(threshold.shortfall(scores)));
    return missed.isEmpty() ? Terminal.DONE : Terminal.FELL_SHORT;
  }

  private List<Threshold> thresholds() {
    try {
      return limits.entrySet().stream()
          .map(limit -> new Threshold(limit.getKey(), limit.getValue()))
          .toList();
    } catch (IllegalArgumentException invalid) {
      throw wrongUse("--fail-under", invalid);
    }
  }

  private void positive(String option, int value) {
    if (value < 1) {
      throw wrongUse(option, new IllegalArgumentException("must be 1 or more, not " + value));
    }
  }

  private Bot remote(URI address) {
    try {
      HttpRequest.newBuilder(address);
      return new RemoteBot(address);
    } catch (IllegalArgumentException invalid) {
      throw wrongUse("--against", invalid);
    }
  }

  private Report evaluate(Bot bot, List<Suite> read) {
    return evaluate(bot, installations.prompts(), read);
  }

  private Report evaluateHere(List<Suite> read) {
    try (var installation = installations.openForEvaluation(commands.data())) {
      new BundledDisclosures().takeInto(installation.corpus());
      installation.index().reconcile();
      installation.index().awaitVectors();
      var bot =
          new LocalBot(
              installation.assistant(),
              installation.corpus(),
              Clock.systemUTC(),
              installation.settings().zone());
      return evaluate(bot, installation.prompts(), read);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the index was complete", stopped);
    }
  }

  private Report evaluate(Bot bot, Prompts prompts, List<Suite> read) {
    var progress = new EvaluationProgress(commands.shell());
    long begun = System.nanoTime();
    try {
      var found =
          new Evaluation(bot, prompts, rounds, parallel, progress).run(read, report, baseline);
      took = Duration.ofNanos(System.nanoTime() - begun);
      return found;
    } catch (IllegalArgumentException noBaseline) {
      throw wrongUse("--baseline", noBaseline);
    }
  }

  private void print(Report found) {
    var failed = found.failed();
    failed.stream().limit(SHOWN).forEach(this::print);
    if (failed.size() > SHOWN) {
      out().printf("… and %,d more%n", failed.size() - SHOWN);
    }
    if (found.unanswered() > 0) {
      out().printf("%,d questions got no answer at all.%n", found.unanswered());
    }
    out().println();
    new ResultsTable(found).lines().forEach(out()::println);
    var latency = found.latency();
    out()
        .printf(
            Locale.ROOT,
            "%nA full answer %s: median %.1f ms, 99th percentile %.1f ms, of %d; all in %.1f s,"
                + " %d at a time.%nReport: %s%n",
            against == null ? "in-process" : "over HTTP",
            latency.at(0.5),
            latency.at(0.99),
            found.findings().size(),
            took.toMillis() / 1e3,
            parallel,
            report.resolve("report.html"));
  }

  private void print(Report.Finding finding) {
    var grade = finding.outcome().grade();
    out()
        .printf(
            "%s  %s%n    %s%n    %s%n",
            grade.question().id(),
            grade.question().question(),
            String.join("; ", Faults.of(grade)),
            grade.text().replace("\n", " "));
  }

  private void renewTable(Report found) {
    if (table == null) {
      return;
    }
    try {
      new MarkedTable(table).replace(new ResultsTable(found).withOrigin());
    } catch (IllegalArgumentException noPlace) {
      throw wrongUse("--table", noPlace);
    }
  }

  private ParameterException wrongUse(String option, IllegalArgumentException invalid) {
    return new ParameterException(
        spec.commandLine(), "Invalid value for %s: %s".formatted(option, invalid.getMessage()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /// A measure by its name: `verdict`, `citation-recall`.
  static final class MeasureName implements ITypeConverter<Measure> {

    @Override
    public Measure convert(String key) {
      try {
        return Measure.ofKey(key);
      } catch (IllegalArgumentException unknown) {
        throw new TypeConversionException(String.valueOf(unknown.getMessage()));
      }
    }
  }

  /// A limit as a number.
  static final class Limit implements ITypeConverter<Double> {

    @Override
    public Double convert(String number) {
      try {
        return Double.valueOf(number);
      } catch (NumberFormatException invalid) {
        throw new TypeConversionException("'" + number + "' is not a number");
      }
    }
  }
}
