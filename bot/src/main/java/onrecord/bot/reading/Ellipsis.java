package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Intent;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Part;
import onrecord.prompts.Metric;
import org.jspecify.annotations.Nullable;

/// Fills in what a question leaves out because the one before it said so: 那净利润呢？ after a question
/// for revenue keeps the period and changes the metric.
final class Ellipsis {

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^(?:那么?|还有|再|然后|以及|同样|and\\b|what about|how about|then\\b|same for)|呢(?=$|[?。!])");

  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "它|其(?!他|它|中|实|余)|该(?!公司)|上述|前者|后者|\\b(?:its?|that|those|they|their|them)\\b");

  private static final Pattern WHOLE_COMPANY =
      Pattern.compile("公司|贵司|你们|我司|\\b(?:the company|your?)\\b");

  private static final Pattern PARTICLES =
      Pattern.compile(
          "^(?:那么?|还有|再|然后|and\\b|what about|how about|then\\b)[\\s,]*|^(?:它们?|其)(?:的)?|呢(?=$|[?。!])");

  /// Tells the intent of a text that was completed.
  interface Intents {
    Intent of(String text, List<AskedPeriod> periods, List<Metric> metrics);
  }

  /// Tells what must be computed where nothing is asked to be.
  interface Implications {
    @Nullable Calculation of(List<AskedPeriod> periods, List<Metric> metrics);
  }

  private Ellipsis() {}

  /// Whether a text by its words goes on with what was spoken of.
  static boolean goesOn(String text) {
    return GOES_ON.matcher(text).find();
  }

  /// Whether a part cannot be understood without the one before.
  ///
  /// @param sameMessage in one message more is left out than from one message to the next
  static boolean leavesOut(Part part, boolean sameMessage) {
    if (stands(part.intent())) {
      return false;
    }
    var text = part.text();
    var namesNothing = part.metrics().isEmpty() && part.subject().isEmpty();
    if (namesNothing || goesOn(text) || pointsBack(part)) {
      return true;
    }
    return sameMessage && !WHOLE_COMPANY.matcher(text).find() && !part.metrics().isEmpty();
  }

  /// A part that stands alone, where an operand left out is what the part itself speaks of first.
  static Part closed(Part own) {
    return own.calculation() == null
        ? own
        : own.computing(CalculationReader.completed(own.calculation(), spokenOf(own)));
  }

  private static boolean stands(Intent intent) {
    return switch (intent) {
      case PRICE, ADVICE, RUMOUR, OTHER -> true;
      case FACT, OUTLOOK -> false;
    };
  }

  /// The part with what it left out.
  static Part completed(Part own, Part before, Intents intents, Implications implications) {
    var metrics = own.metrics().isEmpty() ? before.metrics() : own.metrics();
    var subject = subject(own, before);
    var periods = own.periods().isEmpty() && !metrics.isEmpty() ? before.periods() : own.periods();
    var text = text(own, before);
    return new Part(
        own.original(),
        text,
        intents.of(text, periods, metrics),
        periods,
        metrics,
        subject,
        aspects(own, before),
        calculation(own, before, implications.of(periods, metrics)),
        own.cues(),
        own.otherIssuer(),
        own.form());
  }

  /// Its own, else that of the part before with the new subject in the old one's place, else what
  /// its metric implies.
  private static @Nullable Calculation calculation(
      Part own, Part before, @Nullable Calculation implied) {
    if (own.calculation() != null) {
      return CalculationReader.completed(own.calculation(), spokenOf(before));
    }
    var earlier = before.calculation();
    return earlier != null
            && !own.subject().isEmpty()
            && earlier.operands().contains(before.subject())
        ? CalculationReader.replaced(earlier, before.subject(), own.subject())
        : implied;
  }

  /// Its own, but for a pronoun, which adds to the one before.
  private static String subject(Part own, Part before) {
    if (own.subject().isEmpty()) {
      return speaksOfCompany(own) ? "" : before.subject();
    }
    if (leavesOutOperand(own)) {
      return before.subject();
    }
    return pointsBack(own) ? (before.subject() + " " + own.subject()).strip() : own.subject();
  }

  /// By a pronoun, or by an operand left out: 占算力服务的比例.
  private static boolean pointsBack(Part part) {
    return POINTS_BACK.matcher(part.text()).find() || leavesOutOperand(part);
  }

  private static boolean leavesOutOperand(Part part) {
    return part.calculation() != null && part.calculation().operands().contains("");
  }

  private static boolean speaksOfCompany(Part part) {
    return WHOLE_COMPANY.matcher(part.text()).find();
  }

  private static Set<Aspect> aspects(Part own, Part before) {
    return own.aspects().isEmpty() ? before.aspects() : own.aspects();
  }

  private static String spokenOf(Part before) {
    return before.subject().isEmpty()
        ? before.metrics().stream().map(Metric::id).findFirst().orElse("")
        : before.subject();
  }

  private static String text(Part own, Part before) {
    var bare = PARTICLES.matcher(own.text()).replaceAll("").strip();
    var periods =
        own.periods().isEmpty()
            ? before.periods().stream().map(AskedPeriod::words).toList()
            : List.<String>of();
    var leavesOutSubject = pointsBack(own) || (own.subject().isEmpty() && !speaksOfCompany(own));
    var subject = leavesOutSubject ? before.subject() : "";
    var metrics =
        own.metrics().isEmpty()
            ? before.metrics().stream().map(Metric::id).toList()
            : List.<String>of();
    var words = new ArrayList<>(periods);
    words.add(subject);
    if (own.subject().isEmpty() || pointsBack(own)) {
      words.addAll(metrics);
      words.add(bare);
    } else {
      words.add(bare);
      words.addAll(metrics);
    }
    return words.stream()
        .flatMap(Stream::of)
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(Script.hasHan(bare) ? "" : " "));
  }
}
