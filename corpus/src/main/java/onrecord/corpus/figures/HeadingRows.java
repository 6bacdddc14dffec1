package onrecord.corpus.figures;

import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.figures.TableText.Row;

/// Tells the heading rows of a table from its data, and reads them.
///
/// @param caption in plain text
/// @param calendar in which 'this period' is the one of the table
/// @param currency what amounts without a sign are in
/// @param isEnglish whether its language is English
record HeadingRows(
    String caption, FiscalCalendar calendar, Currency currency, boolean isEnglish) {

  private static final Pattern DAY_WITHOUT_YEAR =
      Pattern.compile(
          "(?:(?:three|six|nine|twelve) months ended |(?:fiscal )?years? ended |as of |at )?"
              + "(?:\\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2},?(?! ?\\d)"
              + "|\\b\\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\\b(?!,? ?\\d))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final int LONGEST = 30;

  /// Whether a row holds headings: the first one if it holds no numbers but years, later ones only
  /// if their cells announce figures.
  boolean isHeading(Row row, boolean isFirst) {
    var filled = row.filled();
    var years = 0;
    for (var column : filled) {
      var numeral = Numeral.read(row.cell(column));
      if (numeral != null && !numeral.isYear()) {
        return false;
      }
      years += numeral == null ? 0 : 1;
    }
    if (filled.size() < 2 || isFirst) {
      return filled.size() > 1;
    }
    var announced =
        filled.stream().filter(column -> column > 0 && announces(row.cell(column))).count();
    return announced > 0 && announced >= filled.size() - 2
        || years > 0 && years >= filled.size() - 1;
  }

  /// The headings that a row gives, below others or in place of them.
  Headings read(Row row, Headings above) {
    var texts = withoutTitle(above.isEmpty() ? row.cells() : above.above(row.cells()));
    var day = dayWithoutYear(PlainText.fold(row.cell(0)));
    var dated = texts.stream().map(text -> dated(day, text)).toList();
    return new Headings(texts, Column.read(dated, calendar, currency));
  }

  private boolean announces(String cell) {
    var plain = PlainText.fold(cell);
    return !plain.isEmpty()
        && plain.length() < LONGEST
        && (PeriodWords.ofHeading(plain, calendar) != null
            || ChangeWords.isHeading(plain)
            || UnitWords.of(plain) != null
            || !Numeral.isAbsent(cell) && Column.GENERIC.matcher(plain).matches());
  }

  /// A title that spans all columns is repeated in each heading, and heads none.
  private List<String> withoutTitle(List<String> headings) {
    var filled = headings.stream().filter(heading -> !heading.isBlank()).toList();
    var end = filled.getFirst().indexOf(' ');
    if (isEnglish || filled.size() < 2 || end < 0) {
      return headings;
    }
    var title = filled.getFirst().substring(0, end + 1);
    var namesPeriod = PeriodWords.ofHeading(PlainText.fold(title), calendar) != null;
    return !namesPeriod && filled.stream().allMatch(heading -> heading.startsWith(title))
        ? headings.stream()
            .map(heading -> heading.isBlank() ? "" : heading.substring(end + 1))
            .toList()
        : headings;
  }

  /// Years ended December 31, | 2022 | 2021: the cell of the labels, or the caption, begins what
  /// the others end.
  private String dayWithoutYear(String label) {
    for (var text : List.of(label, caption)) {
      var day = DAY_WITHOUT_YEAR.matcher(text);
      if (day.find()) {
        return day.group() + " ";
      }
    }
    return "";
  }

  private static String dated(String day, String heading) {
    return YEAR.matcher(heading.strip()).matches() ? day + heading.strip() : heading;
  }
}
