package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import onrecord.corpus.Unit;
import org.jspecify.annotations.Nullable;

/// The number that a table cell holds.
///
/// @param value negative if printed with a minus, a triangle or in brackets
/// @param printed as printed, without the signs of currency and per cent
/// @param unit the unit printed with it, if any
/// @param currency the plain text of the currency sign before it; empty if there is none
record Numeral(BigDecimal value, String printed, @Nullable Unit unit, String currency) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<currency>US\\$|HK\\$|RMB|人民币|[$€£¥])? ?"
              + "(?<number>(?<sign>[-—–△▲]?) ?\\(?(?<inner>[-—–]?) ?(?:[$€£¥] ?)?"
              + "(?<digits>\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+) ?\\)?)"
              + " ?(?<unit>[^\\d,.()]{1,6}?)? ?\\)?(?:\\([a-z1-9]\\))?");

  /// A grouped number that a narrow column broke over lines.
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?=.* )(?=-?\\(? ?\\d ?(?:\\d ?){0,2}(?:, ?(?:\\d ?){3})+(?:\\. ?(?:\\d ?){1,2})?\\)?$)[-\\d,. ()]+\\d\\)?");

  private static final Pattern NOTHING =
      Pattern.compile("[-—–]*|/|不适用|无|N/?A|n/?m|NM|\\*+|[$€£¥] ?[-—–]*", Pattern.CASE_INSENSITIVE);

  /// Reads a cell; null if it holds no number, or words besides.
  static @Nullable Numeral read(String cell) {
    var plain = PlainText.of(cell);
    if (WRAPPED.matcher(plain.text()).matches()) {
      return read(plain.text().replace(" ", ""));
    }
    var matcher = FORM.matcher(plain.text());
    if (!matcher.matches()) {
      return null;
    }
    var unit = matcher.group("unit");
    var known = unit == null || unit.isEmpty() ? null : UnitWords.of(unit);
    if (unit != null && !unit.isEmpty() && known == null) {
      return null;
    }
    var value = new BigDecimal(matcher.group("digits").replace(",", "").replace("，", ""));
    var isNegative =
        !matcher.group("sign").isEmpty()
            || !matcher.group("inner").isEmpty()
            || matcher.group("number").contains("(");
    var printed =
        cell.substring(
            plain.origin(matcher.start("number")), plain.originEnd(matcher.end("number")));
    var currency = matcher.group("currency");
    return new Numeral(
        isNegative ? value.negate() : value,
        printed.strip(),
        known,
        currency == null ? "" : currency);
  }

  /// Whether a cell says that there is no number: blank, a dash, 不适用.
  static boolean isAbsent(String cell) {
    return NOTHING.matcher(PlainText.fold(cell)).matches();
  }

  /// Whether it is a year standing alone, as headings print it.
  boolean isYear() {
    return unit == null && currency.isEmpty() && printed.matches("(?:19|20)\\d{2}");
  }
}
