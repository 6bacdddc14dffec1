package onrecord.bot.evaluation.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.measuring.Comparison;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Outcome;
import onrecord.bot.evaluation.measuring.Score;
import onrecord.bot.evaluation.measuring.Scoreboard;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `summary.json`: the numbers of a report, for programs.
///
/// Two runs over the same corpus differ in `ranAt` and `latency` alone.
public record SummaryFile(Report report) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// The file's content.
  public String text() {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("bot", report.bot());
    summary.put("corpusRevision", report.corpusRevision());
    summary.put("composers", report.composers());
    summary.put("ranAt", report.ranAt().toString());
    var total = report.total();
    summary.put("questions", total.questions());
    summary.put("failed", report.failed().size());
    summary.put("unanswered", report.unanswered());
    summary.put("measures", measures(total.measured()));
    summary.put("confusion", confusion());
    var losses = new LinkedHashMap<String, Integer>();
    report.losses().forEach((lost, count) -> losses.put(lost.words(), count));
    summary.put("lost", losses);
    summary.put("latency", latency());
    summary.put("tokens", report.tokens());
    summary.put("suites", parts(report.by(Outcome::suite)));
    summary.put("kinds", parts(report.sortedBy(outcome -> outcome.question().kind())));
    summary.put("languages", parts(report.sortedBy(outcome -> outcome.question().lang())));
    report.comparison().ifPresent(comparison -> summary.put("baseline", baseline(comparison)));
    summary.put(
        "failedQuestions",
        report.failed().stream().map(finding -> finding.outcome().key()).toList());
    return JSON.writeValueAsString(summary) + "\n";
  }

  private static Map<String, Object> measures(List<Score> scores) {
    var measures = new LinkedHashMap<String, Object>();
    scores.forEach(score -> measures.put(score.measure().key(), measure(score)));
    return measures;
  }

  private static Map<String, Object> measure(Score score) {
    var measure = new LinkedHashMap<String, Object>();
    measure.put("value", rounded(score.value()));
    if (score.measure().form() != Measure.Form.COUNT) {
      measure.put("low", rounded(score.interval().low()));
      measure.put("high", rounded(score.interval().high()));
      measure.put("part", rounded(score.part()));
    }
    measure.put("of", rounded(score.whole()));
    return measure;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }

  private Map<String, Object> confusion() {
    var confusion = report.confusion();
    var rows = new LinkedHashMap<String, Object>();
    for (var gold : Verdict.values()) {
      var row = new LinkedHashMap<String, Integer>();
      for (var given : Verdict.values()) {
        row.put(given.name(), confusion.count(gold, given));
      }
      rows.put(gold.name(), row);
    }
    return rows;
  }

  private Map<String, Double> latency() {
    var latency = report.latency();
    var millis = new LinkedHashMap<String, Double>();
    millis.put("p50", rounded(latency.at(0.5)));
    millis.put("p90", rounded(latency.at(0.9)));
    millis.put("p95", rounded(latency.at(0.95)));
    millis.put("p99", rounded(latency.at(0.99)));
    millis.put("max", rounded(latency.at(1)));
    return millis;
  }

  private static Map<String, Object> parts(Map<String, List<Outcome>> parts) {
    var summaries = new LinkedHashMap<String, Object>();
    parts.forEach((name, outcomes) -> {
      var scores = Scoreboard.of(outcomes);
      var part = new LinkedHashMap<String, Object>();
      part.put("questions", scores.questions());
      part.put("measures", measures(scores.measured()));
      summaries.put(name, part);
    });
    return summaries;
  }

  private Map<String, Object> baseline(Comparison comparison) {
    var differences = new LinkedHashMap<String, Object>();
    new TreeMap<>(comparison.differences())
        .forEach((measure, difference) -> {
          var fields = new LinkedHashMap<String, Object>();
          fields.put("before", rounded(difference.before()));
          fields.put("after", rounded(difference.after()));
          fields.put("low", rounded(difference.interval().low()));
          fields.put("high", rounded(difference.interval().high()));
          var mcNemar = difference.mcNemar();
          if (mcNemar != null) {
            fields.put("gained", mcNemar.gained());
            fields.put("lost", mcNemar.lost());
          }
          fields.put("p", rounded(difference.p()));
          differences.put(measure.key(), fields);
        });
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", report.baseline() == null ? "" : report.baseline().name());
    fields.put("questions", comparison.questions());
    fields.put("measures", differences);
    return fields;
  }
}
