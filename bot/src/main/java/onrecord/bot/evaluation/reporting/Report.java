package onrecord.bot.evaluation.reporting;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import onrecord.bot.evaluation.Lost;
import onrecord.bot.evaluation.measuring.Comparison;
import onrecord.bot.evaluation.measuring.Confusion;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.measuring.Percentiles;
import onrecord.bot.evaluation.measuring.Scoreboard;
import org.jspecify.annotations.Nullable;

/// A run of suites, with all that it came to.
///
/// @param bot who was asked
/// @param corpusRevision the state of the corpus that was asked
/// @param ranAt when
/// @param findings one for each reply, in the order of the suites
/// @param baseline the run it is held against; null where it is held against none
public record Report(
    String bot,
    String corpusRevision,
    OffsetDateTime ranAt,
    List<Finding> findings,
    @Nullable Baseline baseline) {

  public Report {
    findings = List.copyOf(findings);
  }

  /// An outcome, and where it went wrong.
  ///
  /// @param lost null where nothing did
  public record Finding(Outcome outcome, @Nullable Lost lost) {}

  /// Another run over some of the same questions.
  ///
  /// @param name what it is called
  public record Baseline(String name, List<Outcome> outcomes) {

    public Baseline {
      outcomes = List.copyOf(outcomes);
    }

    /// Its outcome for the same question, if it was asked it.
    Optional<Outcome> of(Outcome outcome) {
      return outcomes.stream()
          .filter(other -> other.round() == 1 && other.key().equals(outcome.key()))
          .findFirst();
    }
  }

  /// The outcomes of all rounds.
  public List<Outcome> outcomes() {
    return findings.stream().map(Finding::outcome).toList();
  }

  /// What everything together comes to.
  public Scoreboard total() {
    return Scoreboard.of(outcomes());
  }

  /// The first round's findings that are wrong in any way, in order.
  public List<Finding> failed() {
    return findings.stream()
        .filter(finding -> finding.outcome().round() == 1 && !finding.outcome().grade().isRight())
        .toList();
  }

  /// How many questions got no answer at all.
  public int unanswered() {
    return (int)
        findings.stream()
            .filter(finding -> finding.outcome().reply().verdict().isEmpty())
            .count();
  }

  /// Outcomes by what they have in common, in order of its first appearance.
  Map<String, List<Outcome>> by(Function<Outcome, String> property) {
    var groups = new LinkedHashMap<String, List<Outcome>>();
    outcomes()
        .forEach(outcome ->
            groups.computeIfAbsent(property.apply(outcome), _ -> new ArrayList<>()).add(outcome));
    return groups;
  }

  /// The same, in alphabetical order.
  Map<String, List<Outcome>> sortedBy(Function<Outcome, String> property) {
    return new TreeMap<>(by(property));
  }

  /// How often each step lost an answer.
  Map<Lost, Integer> losses() {
    var losses = new EnumMap<Lost, Integer>(Lost.class);
    failed()
        .forEach(finding -> {
          if (finding.lost() != null) {
            losses.merge(finding.lost(), 1, Integer::sum);
          }
        });
    return losses;
  }

  Confusion confusion() {
    return Confusion.of(outcomes());
  }

  public Percentiles latency() {
    return new Percentiles(
        findings.stream().map(finding -> finding.outcome().reply().millis()).toList());
  }

  /// Who composed the answers.
  List<String> composers() {
    return findings.stream()
        .map(finding -> finding.outcome().reply().answer().path("composer").asString("?"))
        .distinct()
        .sorted()
        .toList();
  }

  Tokens tokens() {
    return findings.stream()
        .map(finding -> Tokens.of(finding.outcome().reply().answer()))
        .reduce(Tokens.NONE, Tokens::plus);
  }

  /// How it compares with the baseline; empty where there is none.
  public Optional<Comparison> comparison() {
    return Optional.ofNullable(baseline)
        .map(before -> Comparison.of(before.outcomes(), outcomes()));
  }

  /// The measures that a table of parts of the whole shows.
  static List<Measure> headlines() {
    return List.of(
        Measure.VERDICT,
        Measure.FACTS,
        Measure.FIGURES,
        Measure.CITATIONS,
        Measure.LEAKS,
        Measure.UNSUPPORTED);
  }

  /// The measures that a reader sees first.
  static List<Measure> tiles() {
    return List.of(
        Measure.VERDICT,
        Measure.FACTS,
        Measure.FIGURES,
        Measure.CITATIONS,
        Measure.DEFERRAL_RECALL,
        Measure.LEAKS,
        Measure.UNSUPPORTED);
  }
}
