package onrecord.bot.evaluation.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.Grader;
import onrecord.bot.evaluation.Provenance;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.asking.Bot;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.reporting.Faults;
import onrecord.bot.evaluation.reporting.Report;
import onrecord.bot.evaluation.reporting.Report.Baseline;
import onrecord.bot.evaluation.reporting.Report.Finding;
import onrecord.bot.evaluation.running.Results.Kept;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// Puts suites to a bot and finds out what its answers are worth.
///
/// @param rounds how often each question is put
/// @param parallel how many questions are put at a time
public record Evaluation(Bot bot, Prompts prompts, int rounds, int parallel, Progress progress) {

  /// Each question once.
  public Evaluation(Bot bot, Prompts prompts, int parallel) {
    this(bot, prompts, 1, parallel, Progress.UNSEEN);
  }

  /// Runs the suites, keeping the replies in a folder. A run that was broken off there goes on; one
  /// that was finished, or was of another bot or corpus, is done anew.
  ///
  /// @param folder made if it is not there
  /// @param baseline the report folder of another run; null for none
  /// @throws onrecord.bot.evaluation.asking.NoAnswerException if the bot gives no answer
  /// @throws IllegalArgumentException if there is no baseline there
  public Report run(List<Suite> suites, Path folder, @Nullable Path baseline) {
    var before = baseline == null ? null : new Baseline(name(baseline), outcomes(baseline));
    var ranAt = OffsetDateTime.now();
    var ledger = Ledger.open(folder, bot);
    var results = new Results(folder.resolve("results.jsonl"));
    if (!ledger.goesOn()) {
      results.delete();
    }
    var kept = new Run(bot, results, rounds, parallel, progress).of(suites, results.read());
    var findings = findings(kept);
    results.writeAll(kept, findings.stream().map(Evaluation::remarks).toList());
    ledger.close();
    return new Report(bot.name(), bot.corpusRevision(), ranAt, findings, before);
  }

  private static String name(Path report) {
    return String.valueOf(report.toAbsolutePath().normalize().getFileName());
  }

  private List<Outcome> outcomes(Path report) {
    var grader = new Grader(new Provenance(prompts));
    return Results.of(report).stream().map(kept -> outcome(kept, grader)).toList();
  }

  private List<Finding> findings(List<Kept> all) {
    var grader = new Grader(new Provenance(prompts));
    var diagnosis = new Diagnosis(bot);
    var findings = new ArrayList<Finding>();
    for (var kept : all) {
      var outcome = outcome(kept, grader);
      findings.add(new Finding(outcome, diagnosis.of(outcome.grade(), kept.reply()).orElse(null)));
    }
    return findings;
  }

  private static Outcome outcome(Kept kept, Grader grader) {
    return new Outcome(
        kept.suite(), kept.round(), kept.reply(), grader.grade(kept.question(), kept.reply()));
  }

  private static Map<String, Object> remarks(Finding finding) {
    var remarks = new LinkedHashMap<String, Object>();
    var grade = finding.outcome().grade();
    remarks.put("right", grade.isRight());
    remarks.put("verdict", String.valueOf(grade.verdict()));
    remarks.put("faults", Faults.of(grade));
    if (finding.lost() != null) {
      remarks.put("lost", finding.lost().words());
    }
    return remarks;
  }

  /// What tells whether a run goes on: `run.json` stands in the folder while it is not finished.
  private record Ledger(Path file, boolean goesOn) {

    static Ledger open(Path folder, Bot bot) {
      var file = folder.resolve("run.json");
      var identity =
          "{\"bot\": \"%s\", \"corpusRevision\": \"%s\"}%n"
              .formatted(bot.name(), bot.corpusRevision());
      try {
        Files.createDirectories(folder);
        boolean goesOn = Files.exists(file) && Files.readString(file).equals(identity);
        Files.writeString(file, identity);
        return new Ledger(file, goesOn);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write the report to " + folder, e);
      }
    }

    void close() {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + file, e);
      }
    }
  }
}
