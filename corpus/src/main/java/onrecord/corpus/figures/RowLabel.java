package onrecord.corpus.figures;

import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// A label of a row or column, cleaned of all that is not its name.
///
/// @param printed as printed
/// @param name without numbering, 其中, notes, units and white space; empty if nothing is left
/// @param unit the unit that it states in brackets, if any
record RowLabel(String printed, String name, @Nullable Unit unit) {

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十]+节|[一二三四五六七八九十]+[、.]|\\([一二三四五六七八九十]+\\)[、.]?|\\(?\\d{1,2}\\)[、.]?|\\d{1,2}[、.](?!\\d)|[①-⑳]|[-•·●*]\\s?)\\s?");
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:其中|减|加|包括|Of which|Including|Less|Plus|Add)\\s?[:：]\\s?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern NOTE =
      Pattern.compile("^含税$|填列|如有|如适用|注|附注|全称|^[a-z]$|^\\d$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LEADERS = Pattern.compile("[\\s.…·_]{2,}$|[:：,，]+$");
  private static final Pattern TRAILING_UNIT = Pattern.compile("(?:[-—,，:：]|单位[:：]?)(%|万?元|股)$");

  static RowLabel of(String printed) {
    var name = PlainText.fold(printed.replace('\n', ' '));
    name = stripped(name);
    Unit unit = null;
    var brackets = BRACKETS.matcher(name);
    var kept = new StringBuilder();
    while (brackets.find()) {
      var stated = unitIn(brackets.group(1));
      unit = unit == null ? stated : unit;
      var isNote = stated != null || NOTE.matcher(brackets.group(1)).find();
      brackets.appendReplacement(
          kept, isNote ? "" : java.util.regex.Matcher.quoteReplacement(brackets.group()));
    }
    name = LEADERS.matcher(brackets.appendTail(kept)).replaceAll("");
    var trailing = TRAILING_UNIT.matcher(name);
    if (trailing.find()) {
      unit = UnitWords.of(trailing.group(1));
      name = name.substring(0, trailing.start());
    }
    return new RowLabel(printed.strip(), name.strip(), unit);
  }

  private static @Nullable Unit unitIn(String bracketed) {
    var words = bracketed.startsWith("单位") ? bracketed.replaceFirst("^单位[:：]?", "") : bracketed;
    return UnitWords.of(words.replace("人民币", ""));
  }

  private static String stripped(String label) {
    for (var name = label; ; ) {
      var shorter = PREFIX.matcher(NUMBERING.matcher(name).replaceFirst("")).replaceFirst("");
      if (shorter.equals(name)) {
        return name;
      }
      name = shorter;
    }
  }
}
