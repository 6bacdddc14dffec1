package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Divides plain text into sentences, and tells those that state no facts.
final class Clauses {

  private static final Pattern CHINESE_END =
      Pattern.compile("[。！？]|\n+|(?<=[\\u4E00-\\u9FFF])[!?]");
  private static final Pattern ENGLISH_END =
      Pattern.compile("(?<=[a-z0-9%)”\"])[.!?](?=\\s+[A-Z“\"(]|\\s*$)|\n+");

  /// What is expected, planned or estimated; a plan for employees' shares is none.
  private static final Pattern FORWARD =
      Pattern.compile(
          "预计|预测|预期(?!信用)|预估|估计(?!负债)|有望|力争|展望|未来|目标|(?<!模)拟(?!合)|将(?!军)|规划|(?<!持股|激励|受益|提存|“)计划(?!”)"
              + "|\\b(?:expect\\w*|anticipat\\w*|plans?|planned|will|would|may|could|should|forecast\\w*|outlook|guidance|target\\w*|intend\\w*|project(?:ed|ions?)|believe\\w*|estimat\\w+)\\b",
          Pattern.CASE_INSENSITIVE);

  /// A stretch of plain text.
  record Sentence(int start, int end, String text) {

    boolean hasNumbers() {
      return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    boolean isForwardLooking() {
      return FORWARD.matcher(text).find();
    }
  }

  private Clauses() {}

  static List<Sentence> sentences(String plain, boolean isEnglish) {
    var sentences = new ArrayList<Sentence>();
    var ends = (isEnglish ? ENGLISH_END : CHINESE_END).matcher(plain);
    var start = 0;
    while (ends.find()) {
      add(sentences, plain, start, ends.end());
      start = ends.end();
    }
    add(sentences, plain, start, plain.length());
    return sentences;
  }

  private static void add(List<Sentence> sentences, String plain, int from, int to) {
    var start = from;
    var end = to;
    while (start < end && Character.isWhitespace(plain.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(plain.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(start, end, plain.substring(start, end)));
    }
  }
}
