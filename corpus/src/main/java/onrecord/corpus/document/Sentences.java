package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where sentences end, in Chinese and in English.
final class Sentences {

  /// A Chinese full stop with what closes after it; or a Latin one that white space and the
  /// beginning of a sentence follow.
  private static final Pattern END =
      Pattern.compile(
          "[。！？][”’」』）)\\]】\"]*|[.!?][”’\")\\]]*(?=\\s+[\"“(\\[•●]?[A-Z0-9\\p{IsHan}])|\n");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(“\"])(?:[A-Z]|[A-Z]\\.(?:[A-Z]\\.?)*|Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|St|No|Nos|vs"
              + "|e\\.g|i\\.e|etc|approx|Jr|Sr|Messrs|Art|Sec|Fig|Vol|pp|Jan|Feb|Mar|Apr|Jun|Jul"
              + "|Aug|Sept?|Oct|Nov|Dec)$");

  private static final Pattern SEMICOLON = Pattern.compile("[；;]");

  private Sentences() {}

  /// The offsets after each sentence, the last one the end of the text. A sentence longer than a
  /// passage may be is cut where a semicolon stands.
  static List<Integer> ends(String text) {
    var ends = new ArrayList<Integer>();
    var start = 0;
    var stop = END.matcher(text);
    while (stop.find()) {
      if (!isAbbreviation(text, start, stop.start())) {
        addClauses(ends, text, start, stop.end());
        start = stop.end();
      }
    }
    if (start < text.length()) {
      addClauses(ends, text, start, text.length());
    }
    return ends;
  }

  private static void addClauses(List<Integer> ends, String text, int start, int end) {
    if (Length.of(text.substring(start, end)) > Length.LIMIT) {
      var semicolon = SEMICOLON.matcher(text).region(start, end);
      while (semicolon.find() && semicolon.end() < end) {
        ends.add(semicolon.end());
      }
    }
    ends.add(end);
  }

  private static boolean isAbbreviation(String text, int start, int end) {
    return text.charAt(end) == '.'
        && ABBREVIATION.matcher(text.substring(Math.max(start, end - 12), end)).find();
  }
}
