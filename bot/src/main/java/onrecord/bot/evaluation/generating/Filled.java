package onrecord.bot.evaluation.generating;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Templates with `{name}` filled in.
final class Filled {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private Filled() {}

  /// @throws BrokenTemplatesException if it holds a name that has no value
  static String in(String template, Map<String, String> values) {
    return NAME.matcher(template)
        .replaceAll(match -> {
          var value = values.get(match.group(1));
          if (value == null) {
            throw new BrokenTemplatesException(
                "'%s': there is no {%s} here".formatted(template, match.group(1)));
          }
          return Matcher.quoteReplacement(value);
        })
        .replaceAll("\\{\\{", "{")
        .replaceAll("}}", "}")
        .strip();
  }
}
