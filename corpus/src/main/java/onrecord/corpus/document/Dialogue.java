package onrecord.corpus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How questions and answers are marked in records of investor meetings and results briefings.
final class Dialogue {

  private static final String NUMBER = "(?<number>\\d{1,3}|[一二三四五六七八九十]{1,3})";

  /// 问题 3、… · 问：… · Q3: … · 提问1 …
  private static final Pattern QUESTION =
      Pattern.compile(
          "^\\s*[【\\[]?(?:投资者|第)?(?:问题|提问|问|Question|Q)\\s*(?:"
              + NUMBER
              + "\\s*[】\\]]?(?:[、:：.．)）]|\\s|(?=[^\\d\\s]))|[】\\]]?\\s*[:：])\\s*(?<text>.*)$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /// 回答：… · 答复：… · A3: … · 公司回复：…
  private static final Pattern ANSWER =
      Pattern.compile(
          "^\\s*[【\\[]?(?:公司|管理层|上市公司)?(?:回答|答复|回复|答|Answer|A)\\s*\\d{0,3}\\s*[】\\]]?\\s*[:：].*"
              + "|^\\s*A\\d{1,3}\\s*[.、．].*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /// 1、…？ · （二）…？ · 3. …? 谢谢
  private static final Pattern NUMBERED_QUESTION =
      Pattern.compile(
          "^\\s*[（(]?" + NUMBER + "\\s*[）)、.．:：]+\\s*(?<text>.{4,600}[?？][^。；]{0,12}[。！!]?)$",
          Pattern.DOTALL);

  private static final Pattern GREETING =
      Pattern.compile("^\\s*(?:尊敬的)?(?:各位)?(?:投资者|股东)?[，,]?\\s*(?:您好|你好|大家好).*", Pattern.DOTALL);

  /// Where a new question or answer begins inside a paragraph whose line breaks were lost.
  private static final Pattern TURN =
      Pattern.compile(
          "(?<=[。？?！!…）)”\"\\s]|\\.\\s)(?="
              + "(?:公司|管理层)?(?:回答|答复|回复|答|A)\\s*\\d{0,3}\\s*[:：]"
              + "|(?:问题|提问)\\s*\\d{1,3}\\s*[、:：.．]"
              + "|(?:问|提问|Q)\\s*\\d{0,3}\\s*[:：]"
              + "|(?<=[。？?！!\\s])\\d{1,2}\\s*[、.．][^。；\\d][^。；]{4,300}[?？]\\s*(?:公司|管理层)?(?:回答|答复|回复|答|A)\\s*[:：])");

  private Dialogue() {}

  /// @param number as printed, or null where it bears none
  record Question(@Nullable String number, String text) {}

  /// A question that is marked as one.
  static @Nullable Question markedQuestion(String text) {
    return question(QUESTION.matcher(text));
  }

  /// A numbered sentence that ends as a question does; only in a record is it one.
  static @Nullable Question numberedQuestion(String text) {
    return question(NUMBERED_QUESTION.matcher(text));
  }

  static boolean isAnswer(String text) {
    return ANSWER.matcher(text).matches();
  }

  static boolean isGreeting(String text) {
    return GREETING.matcher(text).matches();
  }

  static boolean endsAsQuestion(String text) {
    return text.matches("(?s).*[?？](?:\\s*谢谢[。！!]?)?\\s*");
  }

  /// Whether texts that follow each other hold questions with marked answers to them.
  static boolean isMarkedIn(List<String> texts) {
    var asked = false;
    for (var text : texts) {
      if (isAnswer(text) && asked) {
        return true;
      }
      asked = endsAsQuestion(text) || markedQuestion(text) != null;
    }
    return texts.stream().anyMatch(text -> markedQuestion(text) != null)
        && texts.stream().anyMatch(Dialogue::isAnswer);
  }

  /// The turns of a paragraph in which questions and answers follow each other.
  static List<PrintedText> turns(PrintedText paragraph) {
    var turns = new ArrayList<PrintedText>();
    var start = 0;
    var turn = TURN.matcher(paragraph.text());
    while (turn.find()) {
      turns.add(paragraph.slice(start, turn.start()));
      start = turn.start();
    }
    turns.add(paragraph.slice(start, paragraph.text().length()));
    return turns.stream().filter(text -> !text.isEmpty()).toList();
  }

  private static @Nullable Question question(Matcher matcher) {
    if (!matcher.matches()) {
      return null;
    }
    var number = matcher.group("number");
    return new Question(
        number == null ? null : ChineseNumber.toDigits(number), matcher.group("text").strip());
  }
}
