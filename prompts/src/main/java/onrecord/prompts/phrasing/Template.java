package onrecord.prompts.phrasing;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text with variables in braces: `{topic}，请关注公司定期报告。`
record Template(String text) {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w{1,40})\\}");

  /// The names of its variables.
  Set<String> variables() {
    return VARIABLE
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Template respelt(UnaryOperator<String> spelling) {
    return new Template(spelling.apply(text));
  }

  /// The text with its variables filled in, in one pass: braces in a value stay as they are.
  ///
  /// @throws IllegalArgumentException if the values are not those of just its variables
  String fill(Map<String, String> values) {
    if (!variables().equals(values.keySet())) {
      throw new IllegalArgumentException(
          "'" + text + "' has the variables " + variables() + ", not " + values.keySet());
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(result -> Matcher.quoteReplacement(values.get(result.group(1))));
  }
}
