package onrecord.prompts.cues;

import java.util.regex.Pattern;

/// Tells whether a regular expression repeats without end anywhere (`*`, `+`, `{2,}`).
///
/// Cues are tried on whatever people send; bounded repetition keeps the time of that in bounds.
final class BoundedExpression {

  private static final Pattern OPEN_ENDED = Pattern.compile("\\{\\d{1,5},\\}");

  private BoundedExpression() {}

  static boolean isBounded(String expression) {
    var plain = withoutLiterals(expression);
    return plain.indexOf('*') < 0 && plain.indexOf('+') < 0 && !OPEN_ENDED.matcher(plain).find();
  }

  /// The expression without escaped characters and character classes, in which the signs of
  /// repetition stand for themselves.
  private static String withoutLiterals(String expression) {
    var plain = new StringBuilder();
    var inClass = false;
    for (var i = 0; i < expression.length(); i++) {
      switch (expression.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inClass = true;
        case ']' -> inClass = false;
        default -> {
          if (!inClass) {
            plain.append(expression.charAt(i));
          }
        }
      }
    }
    return plain.toString();
  }
}
