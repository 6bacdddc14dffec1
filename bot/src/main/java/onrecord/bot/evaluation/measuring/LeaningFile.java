package onrecord.bot.evaluation.measuring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import onrecord.prompts.Policy;

/// The policy's file of how wordings lean: what speaks most for a forecast first.
public final class LeaningFile {

  private static final List<String> HEAD =
      List.of(
          "# How far each trace of a question's wording speaks for (above 0) or against (below 0) its asking about what is to",
          "# come. Learnt from labelled questions by the command `learn-leaning`, which writes this file anew; a rule that is",
          "# meant stands in cues.yaml, and a question that is ruled wrongly goes into a suite to be learnt from.",
          "# 各措辞片段倾向（正）或不倾向（负）于询问未来的程度，由 learn-leaning 命令从带标注的问题中学得，请勿手工修改。",
          "#",
          "# A trace is a character or two of Chinese, or a word or two of English, each followed by _. ^ and $ are the beginning",
          "# and end of the question, Ⓜ any metric, 0 any number; Ⓟ a period that has ended, Ⓡ one that runs, Ⓝ one to come.");

  private static final Comparator<Map.Entry<String, Double>> STRONGEST_FIRST =
      Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey);

  private LeaningFile() {}

  /// The lines of the file.
  public static List<String> lines(Policy.Leaning learnt) {
    var lines = new ArrayList<>(HEAD);
    lines.add("start: " + learnt.start());
    lines.add("weights:");
    learnt.weights().entrySet().stream()
        .sorted(STRONGEST_FIRST)
        .forEach(trace ->
            lines.add("  '%s': %s".formatted(trace.getKey().replace("'", "''"), trace.getValue())));
    return List.copyOf(lines);
  }
}
