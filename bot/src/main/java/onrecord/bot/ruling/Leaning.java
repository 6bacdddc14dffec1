package onrecord.bot.ruling;

import java.time.LocalDate;
import java.util.Set;
import onrecord.bot.Reading;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// How far the wording of a question leans to what is to come, all its traces taken together.
///
/// No single wording has to be known for it, so it notices what the rules were not told of. It is a
/// second opinion: it can make a ruling stricter and never looser.
final class Leaning {

  /// Of a question of few traces each tells no more than of one of so many.
  private static final int FEWEST = 8;

  private static final double SCALE = 3;

  private final Policy.Leaning learnt;
  private final Glossary glossary;

  Leaning(Policy.Leaning learnt, Glossary glossary) {
    this.learnt = learnt;
    this.glossary = glossary;
  }

  /// From 0, asks for nothing that is to come, to 1, asks for nothing else.
  ///
  /// @param today the day the question is put as of
  double degree(Reading.Part part, LocalDate today) {
    return degree(Traces.of(part, today, glossary), learnt);
  }

  static double degree(Set<String> traces, Policy.Leaning learnt) {
    var sum = 0.0;
    for (var trace : traces) {
      sum += learnt.weights().getOrDefault(trace, 0.0);
    }
    return 1 / (1 + Math.exp(-learnt.start() - share(traces) * sum));
  }

  /// How much each trace counts: in a long question less.
  static double share(Set<String> traces) {
    return SCALE / Math.sqrt(Math.max(FEWEST, traces.size()));
  }
}
