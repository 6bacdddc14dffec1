package onrecord.corpus.document;

/// Numbers below a hundred, as Chinese numbering writes them.
final class ChineseNumber {

  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumber() {}

  /// `十二` as `12`; digits stay as they are.
  static String toDigits(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return number;
    }
    var ten = number.indexOf('十');
    if (ten < 0) {
      return Integer.toString(DIGITS.indexOf(number.charAt(0)));
    }
    var tens = ten == 0 ? 1 : DIGITS.indexOf(number.charAt(ten - 1));
    var ones = ten + 1 < number.length() ? DIGITS.indexOf(number.charAt(ten + 1)) : 0;
    return Integer.toString(10 * tens + ones);
  }
}
