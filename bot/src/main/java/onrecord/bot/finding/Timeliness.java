package onrecord.bot.finding;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.bot.Reading;

/// Speaks for words of a year asked about and against those of other years only.
final class Timeliness {

  private static final double OF_A_YEAR_ASKED = 0.1;

  private Timeliness() {}

  /// The years that words name.
  static List<String> years(Pattern year, String words) {
    return year.matcher(words).results().map(MatchResult::group).toList();
  }

  /// @param named the years that the words name
  /// @param ofOtherYears what speaks against words of other years only, below 0
  /// @return 0 where either names none
  static double of(List<String> named, Reading.Part part, double ofOtherYears) {
    if (named.isEmpty() || part.periods().isEmpty()) {
      return 0;
    }
    boolean ofYear =
        part.periods().stream()
            .map(asked -> String.valueOf(asked.period().end().getYear()))
            .anyMatch(named::contains);
    return ofYear ? OF_A_YEAR_ASKED : ofOtherYears;
  }
}
