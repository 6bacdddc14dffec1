package onrecord.retrieval.analysis;

import java.util.ArrayList;
import java.util.List;
import onrecord.retrieval.analysis.Term.Form;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Cuts a text into terms: Chinese into characters and pairs of neighbours, Latin into stems,
/// numbers whole.
///
/// Pairs with single characters find unseen words of the field as well as any dictionary does, and
/// cut them the same way in every context.
public final class Terms {

  private final String text;
  private final List<Term> terms = new ArrayList<>();
  private final EnglishStemmer stemmer = new EnglishStemmer();
  private int at;

  private Terms(String normalised) {
    this.text = normalised;
  }

  /// The terms of a text, in order.
  public static List<Term> of(String text) {
    return ofNormalised(Wording.normalised(text));
  }

  /// The same for a text that went through [Wording#normalised].
  public static List<Term> ofNormalised(String normalised) {
    var cutter = new Terms(normalised);
    cutter.cut();
    return cutter.terms;
  }

  private void cut() {
    while (at < text.length()) {
      var c = text.charAt(at);
      if (Wording.isHan(c)) {
        cutChinese();
      } else if (isDigit(c)) {
        cutNumber();
      } else if (Character.isLetter(c)) {
        cutWord();
      } else {
        at++;
      }
    }
  }

  /// Blanks within Chinese are layout (合 计), so neighbours are paired across them.
  private void cutChinese() {
    var previous = -1;
    while (at < text.length() && Wording.isHan(text.charAt(at))) {
      add(text.substring(at, at + 1), Form.CHARACTER, at, at + 1);
      if (previous >= 0) {
        add("" + text.charAt(previous) + text.charAt(at), Form.PAIR, previous, at + 1);
      }
      previous = at;
      at++;
      var next = afterBlanks(at);
      if (next < text.length() && Wording.isHan(text.charAt(next))) {
        at = next;
      }
    }
  }

  private int afterBlanks(int from) {
    var next = from;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private void cutNumber() {
    var start = at;
    var digits = new StringBuilder();
    while (at < text.length()) {
      if (isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
        at++;
      } else if (isThousandsSeparator(start)) {
        at++;
      } else {
        break;
      }
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      digits.append('.');
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
        at++;
      }
    }
    var number = digits.toString();
    add(number, Form.NUMBER, start, at);
    cutUnit(number, start);
  }

  private boolean isThousandsSeparator(int start) {
    return text.charAt(at) == ','
        && at > start
        && digitsFrom(at + 1) == 3
        && (digitsBefore(at) == 3 || at - start < 3);
  }

  private int digitsFrom(int from) {
    var end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private int digitsBefore(int end) {
    var from = end;
    while (from > 0 && isDigit(text.charAt(from - 1))) {
      from--;
    }
    return end - from;
  }

  private void cutUnit(String number, int start) {
    if (at == text.length()) {
      return;
    }
    var c = text.charAt(at);
    if (c == '%') {
      at++;
      add(number + "%", Form.QUANTITY, start, at);
    } else if (Wording.isHan(c)) {
      add(number + c, Form.QUANTITY, start, at + 1);
    } else if (Character.isLetter(c)) {
      var unit = at;
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      add(number + text.substring(unit, at), Form.QUANTITY, start, at);
    }
  }

  private void cutWord() {
    var start = at;
    while (at < text.length() && (isWordPart(text.charAt(at)) || joinsLetters())) {
      at++;
    }
    stemmer.setCurrent(text.substring(start, at));
    stemmer.stem();
    add(stemmer.getCurrent(), Form.WORD, start, at);
  }

  /// Holds R&D and company's together.
  private boolean joinsLetters() {
    var c = text.charAt(at);
    return (c == '&' || c == '\'' || c == '\u2019')
        && at + 1 < text.length()
        && isWordPart(text.charAt(at + 1));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) && !Wording.isHan(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void add(String value, Form form, int start, int end) {
    terms.add(new Term(value, form, start, end));
  }
}
