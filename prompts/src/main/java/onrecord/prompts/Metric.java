package onrecord.prompts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that companies state figures of.
///
/// @param id its canonical name, such as `归属于上市公司股东的净利润`
/// @param nature how its figures relate to time
/// @param printed the names under which disclosures print it, in every language, the most exact
///   first
/// @param asked further names under which people ask for it: abbreviations, colloquial and foreign
///   names
/// @param formula how it may be computed from others where it is not disclosed, such as
///   `归属于上市公司股东的净利润 / 营业收入`, for [Formula#parse]; null where it may not be
/// @param formulaUnit the unit in which the computed value is shown: `%` (the formula's value times
///   a hundred), `倍`, `元` (an amount, in its figures' own currency), `元/股`; null where there is no formula
public record Metric(
    String id,
    Nature nature,
    List<String> printed,
    List<String> asked,
    @Nullable String formula,
    @Nullable String formulaUnit) {

  /// How a figure relates to time.
  public enum Nature {
    /// Counted over a period: revenue, profit, cash flow.
    FLOW,
    /// As at a day: assets, head counts, numbers of shareholders.
    BALANCE,
    /// A share or rate of a period or day.
    RATIO
  }

  public Metric {
    printed = List.copyOf(printed);
    asked = List.copyOf(asked);
  }

  /// A metric whose computed value, if it has a formula, is shown as it is.
  public Metric(
      String id,
      Nature nature,
      List<String> printed,
      List<String> asked,
      @Nullable String formula) {
    this(id, nature, printed, asked, formula, null);
  }

  /// The name to call it by in English, as it stands within a sentence.
  public String english() {
    return printed.stream()
        .filter(Metric::isLatin)
        .findFirst()
        .map(Metric::uncapitalised)
        .orElse(id);
  }

  private static boolean isLatin(String name) {
    return name.codePoints()
        .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static String uncapitalised(String name) {
    var isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return isWord ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
  }
}
