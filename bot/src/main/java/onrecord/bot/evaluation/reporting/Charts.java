package onrecord.bot.evaluation.reporting;

import static onrecord.bot.evaluation.reporting.Html.number;
import static onrecord.bot.evaluation.reporting.Html.text;

import java.util.stream.Stream;
import java.util.stream.IntStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.measuring.Confusion;
import onrecord.bot.evaluation.measuring.Interval;
import onrecord.bot.evaluation.measuring.Percentiles;

/// Drawings, as SVG that takes its colours from the page's style.
final class Charts {

  private Charts() {}

  /// A value with its interval on an axis of shares that begins at `from` and ends at 1.
  static String whisker(double value, Interval interval, double from) {
    double low = place(interval.low(), from);
    double high = place(interval.high(), from);
    return """
        <svg class="whisker" viewBox="0 0 200 16" role="img" aria-label="%s, interval %s to %s">\
        <line class="axis" x1="4" y1="8" x2="196" y2="8"/><line class="tick" x1="196" y1="4" x2="196" y2="12"/>\
        <line class="interval" x1="%.1f" y1="8" x2="%.1f" y2="8"/><circle class="value" cx="%.1f" cy="8" r="4"/></svg>"""
        .formatted(
            plain(value), plain(interval.low()), plain(interval.high()), low, high, place(value, from));
  }

  private static double place(double share, double from) {
    return 4 + 192 * Math.clamp((share - from) / (1 - from), 0, 1);
  }

  private static String plain(double share) {
    return number("%.1f %%", 100 * share);
  }

  /// Gold verdicts in rows, given ones in columns; the darker, the greater the share of its row.
  static String confusion(Confusion confusion) {
    var verdicts = Verdict.values();
    int cell = 104;
    int left = 128;
    int top = 56;
    var svg = new StringBuilder();
    svg.append(
        number(
            "<svg class=\"confusion\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Confusion matrix of verdicts\">",
            left + cell * verdicts.length + 60, top + 44 * verdicts.length + 8));
    svg.append(label(left + cell * verdicts.length / 2.0, 14, "middle", "given", "head"));
    svg.append(label(left - 10, top - 8, "end", "gold", "head"));
    for (int column = 0; column < verdicts.length; column++) {
      svg.append(
          label(left + cell * (column + 0.5), top - 12, "middle", words(verdicts[column]), "name"));
    }
    for (int row = 0; row < verdicts.length; row++) {
      double y = top + 44.0 * row;
      svg.append(label(left - 10, y + 26, "end", words(verdicts[row]), "name"));
      for (int column = 0; column < verdicts.length; column++) {
        svg.append(cell(confusion, verdicts[row], verdicts[column], left + cell * column, y, cell));
      }
      svg.append(
          label(
              left + cell * verdicts.length + 10,
              y + 26,
              "start",
              String.valueOf(confusion.row(verdicts[row])),
              "sum"));
    }
    return svg.append("</svg>").toString();
  }

  private static String cell(
      Confusion confusion, Verdict gold, Verdict given, double x, double y, int width) {
    int count = confusion.count(gold, given);
    double share = count == 0 ? 0 : (double) count / confusion.row(gold);
    return number(
        "<g><title>%s given where %s is right: %d</title><rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"40\" rx=\"6\" fill-opacity=\"%.3f\"/>"
            + "<text class=\"%s\" x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text></g>",
        words(given),
        words(gold),
        count,
        gold == given ? "right" : "wrong",
        x,
        y,
        width - 4,
        count == 0 ? 0.05 : 0.15 + 0.75 * share,
        count == 0 ? "none" : share > 0.55 ? "count strong" : "count",
        x + width / 2.0 - 2,
        y + 25,
        count == 0 ? "·" : String.valueOf(count));
  }

  private static String label(double x, double y, String anchor, String words, String cssClass) {
    return number(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        cssClass, x, y, anchor, text(words));
  }

  /// A verdict as people write it: `partly deferred`.
  static String words(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Bars with their counts, the longest as wide as the chart.
  static String bars(Map<String, Integer> counts) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    var svg = new StringBuilder();
    svg.append(
        number(
            "<svg class=\"bars\" viewBox=\"0 0 560 %d\" role=\"img\" aria-label=\"Counts\">",
            30 * counts.size() + 4));
    int y = 2;
    for (var entry : counts.entrySet()) {
      double width = 300.0 * entry.getValue() / most;
      svg.append(label(190, y + 18, "end", entry.getKey(), "name"));
      svg.append(
          number(
              "<rect class=\"bar\" x=\"200\" y=\"%d\" width=\"%.1f\" height=\"20\" rx=\"4\"/>",
              y + 3, Math.max(2, width)));
      svg.append(label(206 + width, y + 18, "start", String.valueOf(entry.getValue()), "count"));
      y += 30;
    }
    return svg.append("</svg>").toString();
  }

  /// How many answers took how long, on a logarithmic axis, with the percentiles marked.
  static String latency(Percentiles latency) {
    var sorted = latency.sorted();
    double from = Math.log10(Math.max(0.1, sorted.getFirst()));
    double to = Math.max(from + 0.1, Math.log10(Math.max(0.1, sorted.getLast())));
    int bins = 40;
    var counts = new int[bins];
    for (double millis : sorted) {
      double share = (Math.log10(Math.max(0.1, millis)) - from) / (to - from);
      counts[Math.min(bins - 1, (int) (share * bins))]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    var svg =
        new StringBuilder(
            "<svg class=\"latency\" viewBox=\"0 0 640 190\" role=\"img\" aria-label=\"Latency of answers\">");
    for (int i = 0; i < bins; i++) {
      double height = 110.0 * counts[i] / most;
      svg.append(
          number(
              "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"13\" height=\"%.1f\" rx=\"2\"/>",
              20 + i * 15.0, 150 - height, height));
    }
    svg.append("<line class=\"axis\" x1=\"16\" y1=\"150\" x2=\"624\" y2=\"150\"/>");
    int line = 0;
    for (double share : List.of(0.5, 0.9, 0.99)) {
      double millis = latency.at(share);
      double x = 20 + 600 * Math.clamp((Math.log10(Math.max(0.1, millis)) - from) / (to - from), 0, 1);
      svg.append(
          number("<line class=\"mark\" x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"150\"/>", x, 12 + 13 * line));
      svg.append(
          label(
              x > 500 ? x - 5 : x + 5,
              12 + 13.0 * line,
              x > 500 ? "end" : "start",
              number("p%.0f %.1f ms", 100 * share, millis),
              "name"));
      line++;
    }
    for (double millis : decades(from, to)) {
      double x = 20 + 600 * (Math.log10(millis) - from) / (to - from);
      svg.append(label(x, 168, "middle", duration(millis), "tick"));
    }
    return svg.append("</svg>").toString();
  }

  private static List<Double> decades(double from, double to) {
    return IntStream.rangeClosed((int) Math.floor(from), (int) Math.ceil(to))
        .boxed()
        .flatMap(power -> Stream.of(1, 2, 5).map(step -> step * Math.pow(10, power)))
        .filter(millis -> Math.log10(millis) >= from && Math.log10(millis) <= to)
        .toList();
  }

  private static String duration(double millis) {
    return millis < 1000 ? number("%s ms", round(millis)) : number("%s s", round(millis / 1000));
  }

  private static String round(double value) {
    return value == Math.rint(value) ? number("%.0f", value) : number("%.1f", value);
  }
}
