package onrecord.bot.evaluation.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.measuring.Score;
import onrecord.bot.evaluation.measuring.Scoreboard;

/// The scores of each suite and of all together, as a Markdown table.
public record ResultsTable(Report report) {

  /// Its lines.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "| suite | questions | "
            + String.join(
                " | ",
                Report.headlines().stream()
                    .map(measure -> measure.title().toLowerCase(Locale.ROOT))
                    .toList())
            + " |");
    lines.add("|---|---:|" + "---:|".repeat(Report.headlines().size()));
    var suites = report.by(Outcome::suite);
    suites.forEach((name, outcomes) -> lines.add(row(name, outcomes)));
    if (suites.size() > 1) {
      lines.add(row("together", report.outcomes()));
    }
    return lines;
  }

  /// Its lines, and on what and when they were measured.
  public List<String> withOrigin() {
    var lines = lines();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "Corpus `%s`, composer %s, %s. A full answer: median %.1f ms, 99th percentile %.1f ms.",
            report.corpusRevision(),
            String.join(", ", report.composers()),
            report.ranAt().toLocalDate(),
            report.latency().at(0.5),
            report.latency().at(0.99)));
    return lines;
  }

  private static String row(String name, List<Outcome> outcomes) {
    var scores = Scoreboard.of(outcomes, Report.headlines());
    return "| %s | %d | %s |"
        .formatted(
            name,
            scores.questions(),
            String.join(
                " | ", Report.headlines().stream().map(scores::score).map(Score::shown).toList()));
  }
}
