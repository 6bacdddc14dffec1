package onrecord.bot.ruling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.Intent;
import onrecord.bot.Reading;
import onrecord.corpus.PeriodMention;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy.Example;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Thresholds;

/// How like a question is to the labelled examples.
///
/// Texts are compared by the cosine of their characters and pairs of characters, weighted by how
/// few examples hold them; which metric and which period is asked for, and all numbers, count as
/// the same. An example decides when it is near enough: one that speaks for a forecast sooner than
/// one that speaks against, since in doubt is deferred.
final class Likeness {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\s]+");
  private static final char METRIC = '\uE000';
  private static final char PERIOD = '\uE001';

  /// An example, as far as a question is like it.
  ///
  /// @param degree 0 to 1
  record Like(Example example, double degree) {

    Signal signal() {
      return new Signal.LikeExample(example.kind(), example.text());
    }

    Intent intent() {
      return Likeness.intent(example.kind());
    }
  }

  private record Vector(Map<String, Double> weights, double length) {

    double cosine(Vector other) {
      if (length == 0 || other.length == 0) {
        return 0;
      }
      double sum = 0;
      for (var entry : weights.entrySet()) {
        sum += entry.getValue() * other.weights.getOrDefault(entry.getKey(), 0.0);
      }
      return sum / (length * other.length);
    }
  }

  private record Known(Example example, Vector vector) {}

  private final Glossary glossary;
  private final Thresholds thresholds;
  private final Map<String, Double> rarity = new HashMap<>();
  private final List<Known> known;

  Likeness(List<Example> examples, Glossary glossary, Thresholds thresholds) {
    this.glossary = glossary;
    this.thresholds = thresholds;
    var terms = examples.stream().map(example -> terms(masked(example.text()))).toList();
    terms.forEach(counts -> counts.keySet().forEach(term -> rarity.merge(term, 1.0, Double::sum)));
    rarity.replaceAll((_, count) -> Math.log(1 + examples.size() / count));
    known =
        java.util.stream.IntStream.range(0, examples.size())
            .mapToObj(i -> new Known(examples.get(i), vector(terms.get(i))))
            .toList();
  }

  /// The nearest example, if it is near enough to decide.
  Optional<Like> decisive(Reading.Part part) {
    return nearest(part.text(), "").filter(like -> like.degree() >= enough(like, part));
  }

  private double enough(Like like, Reading.Part part) {
    return isStricter(like.intent(), part.intent())
        ? thresholds.likeStricter()
        : thresholds.likeLooser();
  }

  /// Whether one course says less than another.
  private static boolean isStricter(Intent one, Intent other) {
    return other == Intent.FACT && one != Intent.FACT;
  }

  /// The example nearest to a text.
  ///
  /// @param without the text of an example to be left out
  Optional<Like> nearest(String text, String without) {
    var vector = vector(terms(masked(text)));
    return known.stream()
        .filter(one -> !one.example().text().equals(without))
        .map(one -> new Like(one.example(), one.vector().cosine(vector)))
        .max(Comparator.comparingDouble(Like::degree));
  }

  static Intent intent(Kind kind) {
    return switch (kind) {
      case FUTURE, POSSIBILITY, HYPOTHETICAL, EXTRAPOLATION, TARGET, FORECAST_COMMENT ->
          Intent.OUTLOOK;
      case PAST_STATEMENT, PLAN, CALENDAR, FACT -> Intent.FACT;
      case UNDISCLOSED, RUMOUR -> Intent.RUMOUR;
      case PRICE -> Intent.PRICE;
      case ADVICE -> Intent.ADVICE;
      case INSTRUCTION, SMALL_TALK -> Intent.OTHER;
    };
  }

  /// The text with one sign for any metric, any period and any number.
  private String masked(String text) {
    var signs = new StringBuilder(text.toLowerCase(java.util.Locale.ROOT));
    glossary.mentions(text).reversed().stream()
        .forEach(mention -> replace(signs, mention.start(), mention.end(), METRIC));
    var named = signs.toString();
    PeriodMention.in(named)
        .reversed()
        .forEach(mention -> replace(signs, mention.start(), mention.end(), PERIOD));
    var numbered = NUMBER.matcher(signs).replaceAll("0");
    return PUNCTUATION.matcher(numbered).replaceAll(" ").strip();
  }

  private static void replace(StringBuilder text, int start, int end, char sign) {
    text.replace(start, end, String.valueOf(sign));
  }

  private static Map<String, Integer> terms(String text) {
    var terms = new HashMap<String, Integer>();
    for (int i = 0; i < text.length(); i++) {
      terms.merge(text.substring(i, i + 1), 1, Integer::sum);
      if (i + 1 < text.length()) {
        terms.merge(text.substring(i, i + 2), 1, Integer::sum);
      }
    }
    return terms;
  }

  private Vector vector(Map<String, Integer> terms) {
    var weights = new HashMap<String, Double>();
    double unseen = Math.log(1 + 2.0 * Math.max(1, rarity.size()));
    terms.forEach((term, count) ->
        weights.put(term, Math.sqrt(count) * rarity.getOrDefault(term, Math.min(unseen, 6))));
    double square = weights.values().stream().mapToDouble(weight -> weight * weight).sum();
    return new Vector(weights, Math.sqrt(square));
  }
}
