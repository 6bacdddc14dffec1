package onrecord.corpus.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as documents write them, in Chinese and in English.
final class Dates {

  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December)";

  private static final Pattern CHINESE =
      Pattern.compile("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");
  private static final Pattern CHINESE_WORDS =
      Pattern.compile(
          "([〇○零一二三四五六七八九]{4})\\s*年\\s*([一二三四五六七八九十]{1,2})\\s*月\\s*([一二三四五六七八九十]{1,3})\\s*日");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(20\\d{2})[-_./](\\d{1,2})[-_./](\\d{1,2})(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)(20\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          MONTHS + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?" + MONTHS + ",?\\s+(\\d{4})",
          Pattern.CASE_INSENSITIVE);

  private static final int WEEK = 7;

  private Dates() {}

  /// The first day that a text names.
  static Optional<LocalDate> first(String text) {
    return find(CHINESE, text, 1, 2, 3)
        .or(() -> find(CHINESE_WORDS, text, 1, 2, 3))
        .or(() -> find(MONTH_FIRST, text, 3, 1, 2))
        .or(() -> find(DAY_FIRST, text, 3, 2, 1))
        .or(() -> find(NUMERIC, text, 1, 2, 3));
  }

  /// The day that a file's name bears.
  static Optional<LocalDate> inFileName(String name) {
    return find(CHINESE, name, 1, 2, 3)
        .or(() -> find(NUMERIC, name, 1, 2, 3))
        .or(() -> find(COMPACT, name, 1, 2, 3));
  }

  private static Optional<LocalDate> find(
      Pattern pattern, String text, int year, int month, int day) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      try {
        return Optional.of(day(matcher, year, month, day));
      } catch (DateTimeException _) {
        // Looks like a day and is none (2025-137): the next one may be.
      }
    }
    return Optional.empty();
  }

  private static LocalDate day(Matcher matcher, int year, int month, int day) {
    return LocalDate.of(
        year(matcher.group(year)), month(matcher.group(month)), number(matcher.group(day)));
  }

  /// A year in digits or in Chinese words.
  static int year(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    var year = 0;
    for (var digit : text.replace('○', '〇').replace('零', '〇').toCharArray()) {
      year = 10 * year + CHINESE_DIGITS.indexOf(digit);
    }
    return year;
  }

  private static int month(String text) {
    return Character.isLetter(text.charAt(0)) && text.charAt(0) < 0x80
        ? Month.valueOf(text.toUpperCase(Locale.ROOT)).getValue()
        : number(text);
  }

  private static int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    var ten = text.indexOf('十');
    if (ten < 0) {
      return CHINESE_DIGITS.indexOf(text.charAt(0));
    }
    var tens = ten == 0 ? 1 : CHINESE_DIGITS.indexOf(text.charAt(0));
    var ones = ten + 1 < text.length() ? CHINESE_DIGITS.indexOf(text.charAt(ten + 1)) : 0;
    return 10 * tens + ones;
  }

  /// The first day of so many months that end on a day. Financial years of 52 or 53 weeks end on
  /// the Sunday nearest the end of a month and count as whole months.
  static LocalDate startOfMonthsTo(LocalDate end, int months) {
    var last = YearMonth.from(end.plusDays(WEEK)).minusMonths(1);
    if (end.plusDays(WEEK).getDayOfMonth() > 2 * WEEK) {
      return end.minusMonths(months).plusDays(1);
    }
    return last.minusMonths(months - 1L).atDay(1);
  }
}
