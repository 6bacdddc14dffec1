package onrecord.bot.evaluation;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a text holds a fact: word for word but for white space, or as the same number in the
/// same or another unit.
public final class Facts {

  /// The white space between the numbers of two cells.
  private static final Pattern BETWEEN_NUMBERS =
      Pattern.compile("(?<=[\\d%])[\\s\u3000]+(?=[-\\d])");

  private Facts() {}

  /// Whether any of the equivalent wordings stands in a text.
  public static boolean holds(String text, List<String> equivalents) {
    var compact = compact(text);
    return equivalents.stream().anyMatch(fact -> holds(compact, Print.compact(fact)));
  }

  /// A text as facts are looked for in it: numbers of neighbouring cells do not run together.
  static String compact(String text) {
    return Print.compact(BETWEEN_NUMBERS.matcher(text).replaceAll("|"));
  }

  private static boolean holds(String text, String fact) {
    return containsWhole(text, fact) || holdsAmount(text, fact);
  }

  /// A number must not be a part of a longer one: 1.28% does not stand in 11.28%.
  private static boolean containsWhole(String text, String fact) {
    boolean startsWithDigit = !fact.isEmpty() && Character.isDigit(fact.charAt(0));
    boolean endsWithDigit = !fact.isEmpty() && Character.isDigit(fact.charAt(fact.length() - 1));
    var whole =
        (startsWithDigit ? "(?<![\\d.,])" : "")
            + Pattern.quote(fact)
            + (endsWithDigit ? "(?!\\d|[.,]\\d)" : "");
    return Pattern.compile(whole).matcher(text).find();
  }

  private static boolean holdsAmount(String text, String fact) {
    var wanted = Amount.whole(fact);
    return wanted != null
        && wanted.hasUnit()
        && Amount.in(text).stream().anyMatch(found -> found.isSameAs(wanted));
  }
}
