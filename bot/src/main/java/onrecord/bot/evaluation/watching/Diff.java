package onrecord.bot.evaluation.watching;

import java.util.List;

/// What differs between two texts, sentence by sentence.
final class Diff {

  private Diff() {}

  /// Sentences that went with `-`, that came with `+`, and that stayed with a space, a line each,
  /// by the longest common subsequence.
  static String of(String before, String after) {
    var old = sentences(before);
    var now = sentences(after);
    var common = common(old, now);
    var text = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        line(text, ' ', old.get(i++));
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        line(text, '-', old.get(i++));
      } else {
        line(text, '+', now.get(j++));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, char sign, String sentence) {
    text.append(sign).append(' ').append(sentence).append('\n');
  }

  private static List<String> sentences(String text) {
    return List.of(text.split("(?<=[。！？])|\\n")).stream()
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /// How long the longest common subsequence is from each pair of places on.
  private static int[][] common(List<String> old, List<String> now) {
    var common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
