package onrecord.bot.evaluation.watching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What differs between two texts, sentence by sentence, by the longest common subsequence.
///
/// @param lines the sentences of both, in order
public record Diff(List<Line> lines) {

  public Diff {
    lines = List.copyOf(lines);
  }

  /// A sentence.
  public record Line(Change change, String words) {}

  /// What became of a sentence.
  public enum Change {
    STAYED(' '),
    WENT('-'),
    CAME('+');

    private final char sign;

    Change(char sign) {
      this.sign = sign;
    }
  }

  /// From one text to another.
  static Diff of(String before, String after) {
    var old = sentences(before);
    var now = sentences(after);
    var common = common(old, now);
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Change.STAYED, old.get(i++)));
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Change.WENT, old.get(i++)));
      } else {
        lines.add(new Line(Change.CAME, now.get(j++)));
      }
    }
    return new Diff(lines);
  }

  /// A line each, with `-` before what went, `+` before what came and a space before what stayed.
  public String text() {
    return lines.stream()
        .map(line -> line.change().sign + " " + line.words() + "\n")
        .collect(Collectors.joining());
  }

  /// A sentence keeps the marks of its citations.
  private static List<String> sentences(String text) {
    return List.of(text.split("(?<=[。！？])(?!〔)|(?<=〕)(?!〔)|(?<=[.!?]) |\\n")).stream()
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
