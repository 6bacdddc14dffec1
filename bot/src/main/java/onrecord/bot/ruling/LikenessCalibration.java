package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import onrecord.bot.Intent;
import onrecord.prompts.Prompts;

/// Shows what each threshold of likeness would decide, and how often rightly: each labelled example
/// of the policy is held against all others, as a question would be.
public final class LikenessCalibration {

  private static final int FIRST_STEP = 8;
  private static final int STEPS = 20;

  /// To be wrong with a deferral is to say too little, which is the lesser fault.
  private static final double RIGHT_IF_STRICTER = 0.95;

  private static final double RIGHT_IF_LOOSER = 0.98;

  private final Prompts prompts;

  public LikenessCalibration(Prompts prompts) {
    this.prompts = prompts;
  }

  /// An example with the nearest of the others.
  private record Judged(double degree, boolean isStricter, boolean isRight) {}

  /// A table as Markdown, and below it for each threshold the lowest value that is right often
  /// enough, beside the one in use.
  public List<String> table() {
    var judged = judged();
    var lines = new ArrayList<String>();
    lines.add(
        "| likeness at least | speaks for deferral or refusal: right | speaks against: right |");
    lines.add("|---:|---:|---:|");
    steps()
        .forEach(degree ->
            lines.add(
                "| %.2f | %s | %s |"
                    .formatted(
                        degree,
                        Tally.of(judged, degree, Judged::isStricter),
                        Tally.of(judged, degree, one -> !one.isStricter()))));
    var inUse = prompts.policy().thresholds();
    lines.add("");
    lines.add(
        chosen(
            "likeStricter", judged, Judged::isStricter, RIGHT_IF_STRICTER, inUse.likeStricter()));
    lines.add(
        chosen(
            "likeLooser", judged, one -> !one.isStricter(), RIGHT_IF_LOOSER, inUse.likeLooser()));
    return lines;
  }

  private List<Judged> judged() {
    var policy = prompts.policy();
    var likeness = new Likeness(policy.examples(), prompts.glossary(), policy.thresholds());
    return policy.examples().stream()
        .flatMap(example ->
            likeness.nearest(example.text(), example.text()).stream()
                .map(like -> judged(like, Likeness.intent(example.kind()))))
        .toList();
  }

  /// Whether it is answered or not is right or wrong, not with which words it is refused.
  private static Judged judged(Likeness.Like like, Intent wanted) {
    boolean isStricter = like.intent() != Intent.FACT;
    return new Judged(like.degree(), isStricter, isStricter == (wanted != Intent.FACT));
  }

  private static List<Double> steps() {
    return IntStream.rangeClosed(FIRST_STEP, STEPS)
        .mapToObj(step -> (double) step / STEPS)
        .toList();
  }

  private static String chosen(
      String name, List<Judged> judged, Predicate<Judged> side, double wanted, double inUse) {
    var lowest =
        steps().stream()
            .filter(degree -> Tally.of(judged, degree, side).isRightIn(wanted))
            .findFirst()
            .map("%.2f"::formatted)
            .orElse("none");
    return "%s: %s is the lowest that is right in %.0f %%; in use %.2f, which is right in %s"
        .formatted(name, lowest, 100 * wanted, inUse, Tally.of(judged, inUse, side));
  }

  /// How many of those that a threshold decides it decides rightly.
  private record Tally(long right, long decided) {

    static Tally of(List<Judged> judged, double degree, Predicate<Judged> side) {
      var decided = judged.stream().filter(side).filter(one -> one.degree() >= degree).toList();
      return new Tally(decided.stream().filter(Judged::isRight).count(), decided.size());
    }

    boolean isRightIn(double wanted) {
      return decided > 0 && right >= wanted * decided;
    }

    @Override
    public String toString() {
      return decided == 0
          ? "none decided"
          : "%d of %d (%.1f %%)".formatted(right, decided, 100.0 * right / decided);
    }
  }
}
