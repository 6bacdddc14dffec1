package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Passage;

/// Cuts a passage into the units that can be quoted alone: sentences of prose, rows of a table.
public final class Sentences {

  private static final String ENDS = "。！？!?";
  private static final Pattern TITLE =
      Pattern.compile(
          "(?![^√□☑☒☐✓✔]*[√□☑☒☐✓✔])(?:.{2,80}(?:情况|情况表|说明|原因|明细|明细表|简介|概况|事项|措施|变动表)(?:（如有）|\\(如有\\))?"
              + "|(?:本?公司)?作为[^，。；：]{2,8}|.{0,80}是否[^，。；：？?]{2,60})");
  private static final Pattern OPEN = Pattern.compile(".{2,120}(?<![。！？!?；;：:√□☑☒☐✓✔])");
  private static final String CLOSERS = "”’）)」』》】\"'";

  private Sentences() {}

  /// A stretch of a text.
  ///
  /// @param start offset of its first character
  /// @param end offset after its last
  public record Span(int start, int end) {}

  /// The units of a passage, in order, without the white space around them. A line that names a
  /// matter and the boxes below it that say whether it applies are one.
  public static List<Span> of(Passage passage) {
    return passage.form() == Passage.Form.TABLE ? lines(passage.text()) : ofProse(passage.text());
  }

  static List<Span> ofProse(String text) {
    return withBoxes(sentences(text), text);
  }

  private static List<Span> withBoxes(List<Span> spans, String text) {
    var joined = new ArrayList<Span>();
    for (var span : spans) {
      boolean boxes = Ticks.isForm(text.substring(span.start(), span.end()));
      if (boxes && !joined.isEmpty() && isOpen(text, joined.getLast())) {
        joined.add(new Span(joined.removeLast().start(), span.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /// Whether a line says nothing to its end: 财务报表是否经审计.
  private static boolean isOpen(String text, Span span) {
    return OPEN.matcher(text.substring(span.start(), span.end())).matches();
  }

  /// Whether words are a line that names a matter and says nothing of it: 员工持股计划情况.
  static boolean isTitle(String words) {
    return TITLE.matcher(words).matches();
  }

  /// The sentences of a text; line ends end a sentence too.
  public static List<Span> sentences(String text) {
    var spans = new ArrayList<Span>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = Math.max(0, depth + nesting(c));
      if (c == '\n') {
        depth = 0;
        add(spans, text, start, i);
        start = i + 1;
      } else if (depth == 0 && endsSentence(text, i)) {
        int end = afterClosers(text, i + 1);
        add(spans, text, start, end);
        start = end;
        i = end - 1;
      }
    }
    add(spans, text, start, text.length());
    return spans;
  }

  private static int nesting(char c) {
    return switch (c) {
      case '（', '(', '“', '《', '「' -> 1;
      case '）', ')', '”', '》', '」' -> -1;
      default -> 0;
    };
  }

  private static boolean endsSentence(String text, int at) {
    char c = text.charAt(at);
    if (ENDS.indexOf(c) >= 0) {
      return true;
    }
    return c == '.' && endsEnglishSentence(text, at);
  }

  private static boolean endsEnglishSentence(String text, int at) {
    if (at + 1 >= text.length()) {
      return true;
    }
    if (at < 3 || !Character.isWhitespace(text.charAt(at + 1))) {
      return false;
    }
    boolean afterWord =
        Character.isLetterOrDigit(text.charAt(at - 1))
                && (Character.isLowerCase(text.charAt(at - 2))
                    || Character.isDigit(text.charAt(at - 2))
                    || Character.isDigit(text.charAt(at - 1)))
            || CLOSERS.indexOf(text.charAt(at - 1)) >= 0
            || text.charAt(at - 1) == '%';
    return afterWord && at + 2 < text.length() && !Character.isLowerCase(text.charAt(at + 2));
  }

  private static int afterClosers(String text, int from) {
    int end = from;
    while (end < text.length() && (CLOSERS + ENDS).indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static List<Span> lines(String text) {
    var spans = new ArrayList<Span>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      add(spans, text, start, end);
      start = end + 1;
    }
    return spans;
  }

  private static void add(List<Span> spans, String text, int start, int end) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }
}
