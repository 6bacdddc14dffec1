package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Part;
import onrecord.prompts.Metric;

/// Writes a reading as one line: `(fact 智算云 营业收入 2025-09 YEAR_TO_DATE value)`.
final class ReadingLines {

  private ReadingLines() {}

  static String toLine(Reading reading) {
    return reading.parts().stream().map(ReadingLines::toLine).collect(Collectors.joining(" "));
  }

  private static String toLine(Part part) {
    var words = new ArrayList<String>();
    words.add(part.intent().name().toLowerCase(Locale.ROOT));
    if (!part.subject().isEmpty()) {
      words.add("'" + part.subject() + "'");
    }
    part.metrics().stream().map(Metric::id).forEach(words::add);
    part.periods().stream().map(asked -> asked.period().toString()).forEach(words::add);
    part.aspects().stream()
        .sorted()
        .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
        .forEach(words::add);
    var calculation = part.calculation();
    if (calculation != null) {
      words.add(calculation.operation().name().toLowerCase(Locale.ROOT) + calculation.operands());
    }
    if (part.otherIssuer() != null) {
      words.add("other:" + part.otherIssuer());
    }
    return "(" + String.join(" ", words) + ")";
  }
}
