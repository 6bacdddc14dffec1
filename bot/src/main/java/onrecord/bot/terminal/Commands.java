package onrecord.bot.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import onrecord.bot.Answer;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import onrecord.bot.answering.CorpusIssuers;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.desk.audit.Exports;
import onrecord.bot.desk.people.People;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.measuring.DisclosedCurve;
import onrecord.bot.evaluation.measuring.LeaningCurve;
import onrecord.bot.evaluation.measuring.LeaningFile;
import onrecord.bot.reading.QuestionReader;
import onrecord.bot.ruling.LikenessCalibration;
import onrecord.bot.verifying.Calibration;
import onrecord.bot.views.AnswerView;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.SearchIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The commands and their options.
@Command(
    name = "onrecord",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    description = "Answers investors from what a listed company has officially disclosed.",
    footer = {
      "",
      "Without a command, it serves. Any property of the application can be set by",
      "--name=value, such as --server.port=8081 or --onrecord.api.curator-key=KEY.",
      "",
      "Exit codes: 0 done, 1 a check fell short, 2 wrong use."
    })
final class Commands implements Callable<Integer> {

  /// Not an exit code: the service runs on.
  static final int STAYING = -1;

  private static final String FROM_PIPE = "-";

  private final Installations installations;
  private final Shell shell;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data directory (default: ./data).")
  private @Nullable Path data;

  Commands(Installations installations, Shell shell) {
    this.installations = installations;
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return serve();
  }

  /// The data directory as given; null for the configured one.
  @Nullable Path data() {
    return data;
  }

  Shell shell() {
    return shell;
  }

  @Command(description = "Serves the chat page and the API (the default).")
  int serve() {
    var begun = System.nanoTime();
    var context = installations.serve(data);
    context
        .getBean(People.class)
        .begin()
        .ifPresent(password ->
            out()
                .printf(
                    "The desk at /console has its first person: %s, password %s%nIt is shown this once. Please sign in and change it.%n",
                    People.FIRST, password));
    var corpus = context.getBean(Corpus.class);
    var inForce = corpus.inForce(Instant.now());
    out()
        .printf(
            "OnRecord is ready: http://localhost:%s  (%,d disclosures, %,d pages, %,d passages, started in %.1f s)%n",
            context.getEnvironment().getProperty("local.server.port"),
            inForce.size(),
            inForce.stream().mapToInt(Disclosure::pages).sum(),
            context.getBean(SearchIndex.class).progress().passages(),
            Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    return STAYING;
  }

  @Command(
      description = {
        "Answers a question, or those piped in, a line each.",
        "Each stands alone. With --json, an answer to a piped question takes one line."
      })
  int ask(
      @Parameters(
              arity = "0..1",
              paramLabel = "QUESTION",
              description = "What is asked; without it, or with '-', what is piped in.")
          @Nullable String question,
      @Option(
              names = "--as-of",
              paramLabel = "TIME",
              description =
                  "Only what was published by then counts, such as 2025-11-20T09:00:00+08:00.")
          @Nullable OffsetDateTime asOf,
      @Option(names = "--issuer", paramLabel = "CODE", description = "Securities code.")
          @Nullable String issuer,
      @Option(names = "--lang", paramLabel = "LANG", description = "zh, zh-Hant or en.")
          @Nullable String language,
      @Option(names = "--json", description = "Prints the whole answer as JSON.") boolean json) {
    var code = issuer == null ? null : valid("--issuer", () -> new SecuritiesCode(issuer));
    var tag = language == null ? null : valid("--lang", () -> Language.ofTag(language));
    Function<String, Question> put =
        text ->
            new Question(
                text, asOf == null ? Instant.now() : asOf.toInstant(), code, tag, List.of());
    return question == null || question.equals(FROM_PIPE)
        ? answerPiped(put, json)
        : answer(put.apply(question), json);
  }

  private int answer(Question question, boolean json) {
    try (var installation = installations.open(data)) {
      prepare(installation);
      var answer = installation.assistant().answer(question);
      out()
          .println(
              json
                  ? asJson(answer, installation, SerializationFeature.INDENT_OUTPUT)
                  : new AnswerText(shell.coloured()).of(answer));
      return Terminal.DONE;
    }
  }

  /// A line that cannot be read as a question does not keep the next from being answered.
  private int answerPiped(Function<String, Question> put, boolean json) {
    var piped = new PipedQuestions(shell.in());
    var first = shell.piped() ? piped.next() : Optional.<String>empty();
    if (first.isEmpty()) {
      throw wrongUse("Missing required parameter: 'QUESTION', or questions from a pipe");
    }
    var code = Terminal.DONE;
    try (var installation = installations.open(data)) {
      prepare(installation);
      for (var text = first; text.isPresent(); text = piped.next()) {
        try {
          answerPiped(put.apply(text.get()), installation, json);
        } catch (InvalidQuestionException unreadable) {
          spec.commandLine()
              .getErr()
              .printf("Line %d: %s%n", piped.line(), unreadable.getMessage());
          code = Terminal.WRONG_USE;
        }
      }
    }
    return code;
  }

  private void answerPiped(Question question, Installation installation, boolean json) {
    var answer = installation.assistant().answer(question);
    if (json) {
      out().println(asJson(answer, installation));
    } else {
      var text = new AnswerText(shell.coloured());
      out().printf("%s%n%s%n%n", text.heading(question.text()), text.of(answer));
    }
  }

  private static void prepare(Installation installation) {
    new BundledDisclosures().takeInto(installation.corpus());
    installation.index().reconcile();
  }

  @Command(
      name = "import",
      description = "Takes files, and all files in folders, as published disclosures.")
  int take(
      @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
          List<Path> paths) {
    paths.stream()
        .filter(Files::notExists)
        .findFirst()
        .ifPresent(missing -> {
          throw wrongUse("There is no file or folder '%s'.".formatted(missing));
        });
    try (var installation = installations.open(data)) {
      var begun = System.nanoTime();
      var intakes = new FileImport(installation.corpus(), ProgressBar.on(shell)).take(paths);
      installation.index().reconcile();
      var summary = new ImportSummary(intakes, Duration.ofNanos(System.nanoTime() - begun));
      return summary.print(out()) ? Terminal.DONE : Terminal.FELL_SHORT;
    }
  }

  @Command(
      description = {
        "Prints what each threshold of support lets pass.",
        "A file holds labelled claims, one JSON object a line."
      })
  int calibrate(
      @Parameters(paramLabel = "CLAIMS", description = "File with labelled claims.") Path claims) {
    if (Files.notExists(claims)) {
      throw wrongUse("There is no file '%s'.".formatted(claims));
    }
    var labelled = Calibration.read(claims);
    new Calibration(installations.prompts()).table(labelled).forEach(out()::println);
    return Terminal.DONE;
  }

  @Command(
      name = "calibrate-ruling",
      description = {
        "Prints what each threshold of likeness to an example decides, and how often rightly.",
        "Each example of the policy is held against all others."
      })
  int calibrateRuling() {
    new LikenessCalibration(installations.prompts()).table().forEach(out()::println);
    return Terminal.DONE;
  }

  @Command(
      name = "calibrate-disclosed",
      description = {
        "Prints how well it is told whether something is disclosed.",
        "Of the suites, questions count that are simply to be answered, or that nothing answers."
      })
  int calibrateDisclosed(
      @Parameters(arity = "1..*", paramLabel = "SUITE", description = "Files with questions.")
          List<Path> suites) {
    try (var installation = installations.openForEvaluation(data)) {
      installation.index().reconcile();
      DisclosedCurve.of(Suite.readAll(suites), installation.assistant(), Clock.systemUTC())
          .table()
          .forEach(out()::println);
      return Terminal.DONE;
    }
  }

  @Command(
      name = "learn-leaning",
      description = {
        "Learns from suites which wordings lean to what is to come, and prints how well that holds.",
        "Each suite is judged by what the others teach. With --to, the policy's file is written."
      })
  int learnLeaning(
      @Parameters(arity = "1..*", paramLabel = "SUITE", description = "Files with questions.")
          List<Path> suites,
      @Option(names = "--to", paramLabel = "FILE", description = "Write leaning.yaml here.")
          @Nullable Path to)
      throws IOException {
    try (var installation = installations.openForEvaluation(data)) {
      var prompts = installation.prompts();
      var reader =
          new QuestionReader(
              prompts.glossary(), prompts.policy(), new CorpusIssuers(installation.corpus()), null);
      var curve =
          LeaningCurve.of(
              Suite.readAll(suites), reader::read, prompts.glossary(), Clock.systemUTC());
      curve.table().forEach(out()::println);
      if (to != null) {
        Files.write(to, LeaningFile.lines(curve.learnt()));
      }
      return Terminal.DONE;
    }
  }

  @Command(description = "Builds the search index anew from the catalogue.")
  int reindex() {
    try (var installation = installations.open(data)) {
      var index = installation.index();
      index.rebuild();
      index.awaitVectors();
      out()
          .printf(
              "%,d passages indexed, %,d of them with vectors.%n",
              index.progress().passages(), index.progress().vectors());
      return Terminal.DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Terminal.FELL_SHORT;
    }
  }

  @Command(
      name = "verify-audit",
      description = {
        "Checks that no entry of the audit trail was changed, removed or moved.",
        "Prints each that was, and the hash of the last: kept elsewhere, it proves later that nothing"
            + " before it has changed."
      })
  int verifyAudit() {
    try (var installation = installations.open(data)) {
      var found = installation.archive().trail().verify();
      found.faults().forEach(fault -> out().println(fault.wrong() + "  " + fault.message()));
      out()
          .printf(
              "%,d entries, %d faults, head %s%n",
              found.entries(), found.faults().size(), found.head());
      return found.isIntact() ? Terminal.DONE : Terminal.FELL_SHORT;
    }
  }

  @Command(
      name = "export-audit",
      description =
          "Writes the audit trail to a file: JSON Lines, or a table if its name ends in .csv.")
  int exportAudit(@Parameters(paramLabel = "FILE", description = "The file to write.") Path file) {
    try (var installation = installations.open(data);
        var writer = Files.newBufferedWriter(file)) {
      var exports = new Exports(installation.archive().trail(), installation.settings().zone());
      if (file.toString().endsWith(".csv")) {
        exports.csv(AuditTrail.Filter.ALL, writer);
      } else {
        exports.jsonLines(AuditTrail.Filter.ALL, writer);
      }
      return Terminal.DONE;
    } catch (IOException unwritable) {
      throw wrongUse("Cannot write %s: %s".formatted(file, unwritable.getMessage()));
    }
  }

  @Command(
      description =
          "Answers a stored question again on the corpus as it was, and says which step differs.")
  int replay(@Parameters(paramLabel = "ID", description = "The answer's id.") String id) {
    try (var installation = installations.open(data)) {
      var outcome = installation.replay().replay(id);
      outcome
          .differences()
          .forEach(difference ->
              out()
                  .printf(
                      "%s differs%n  then: %s%n  now:  %s%n",
                      difference.step(),
                      difference.before().replace("\n", "\n        "),
                      difference.after().replace("\n", "\n        ")));
      out().println(outcome.isSame() ? "The answer is the same." : "The answer is not the same.");
      return outcome.isSame() ? Terminal.DONE : Terminal.FELL_SHORT;
    } catch (NoSuchElementException unknown) {
      throw wrongUse(String.valueOf(unknown.getMessage()));
    }
  }

  private static String asJson(
      Answer answer, Installation installation, SerializationFeature... form) {
    return JsonMapper.builder()
        .enable(form)
        .build()
        .writeValueAsString(AnswerView.of(answer, installation.settings().zone()));
  }

  private <T> T valid(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException invalid) {
      throw wrongUse("Invalid value for %s: %s".formatted(option, invalid.getMessage()));
    }
  }

  private ParameterException wrongUse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
