package onrecord.corpus.pdf;

import java.util.regex.Pattern;

/// What the text of a cell is: a number, a period, or something that stands for nothing.
final class CellText {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:增加|减少|上升|下降|增长|约)?[(（]?[+\\-－—–]?[(（]?(?:[¥￥$€£]|RMB|US\\$|HK\\$)?[(（]?[+\\-－]?"
              + "(?:\\d[\\d,，]*(?:[.．]\\d+)?|[.]\\d+|\\d{1,3}(?:[.]\\d+)?[-–~～]\\d{1,3}(?:[.]\\d+)?)[)）]?"
              + "(?:[%％‰]|pts?|bps?|x|倍|个?百分点|元|万元|亿元|股|人|个|项|次|家|天|百分点)?[)）]?");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern NOTHING =
      Pattern.compile("|[-—–－/*]+|[$%€£¥￥()]+|不适用|无|N/?A|n/?a|NM|nm");
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:FY|CY)?(?:19|20)\\d\\d(?:年|A|E)?(?:度|末|初|底)?|.*(?:19|20)\\d\\d\\s*年.{0,12}"
              + "|.*(?:January|February|March|April|May|June|July|August|September|October|November"
              + "|December|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.)\\s*\\d.*"
              + "|(?:本|上|去|当|报告)(?:年|期|季).{0,8}|期[末初].{0,6}|.*(?:期末|年末|期初|年初)(?:余额|数|金额)?",
          Pattern.DOTALL);

  private static final int LONGEST_NUMBER = 40;

  private CellText() {}

  /// Whether it is a figure; a bare year is none.
  static boolean isNumber(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return false;
    }
    var bare = SPACE.matcher(text).replaceAll("");
    return NUMBER.matcher(bare).matches() && !YEAR.matcher(bare).matches();
  }

  /// Whether it is empty or a sign that nothing stands there.
  static boolean isNothing(String text) {
    return text.length() <= LONGEST_NUMBER
        && NOTHING.matcher(SPACE.matcher(text).replaceAll("")).matches();
  }

  /// Whether it names a year, a date or a reporting period.
  static boolean isPeriod(String text) {
    return text.length() <= 40 && PERIOD.matcher(text.strip()).matches();
  }
}
