package onrecord.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Box;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block;

/// Text put together from printed lines, with the place of each.
final class JoinedText {

  private static final Pattern NUMBER_PART = Pattern.compile("[\\d.,，()（）%％+\\-]+");

  /// A figure with thousands separators or two decimals, or the beginning of one.
  private static final Pattern ONE_NUMBER =
      Pattern.compile(
          "[(（+\\-]?\\d{1,3}(?:[,，]\\d{3})*(?:[,，]\\d{0,3}|[.．]\\d{0,2})?[)）%％]*"
              + "|[(（+\\-]?\\d+[.．]\\d{0,2}[)）%％]*");

  private static final Pattern ADDRESS = Pattern.compile(".*(?:@|://|www\\.)\\S*", Pattern.DOTALL);

  private static final int LONGEST_ADDRESS = 80;

  private static final Pattern LAST_LETTERS = Pattern.compile("\\p{L}+(?=-$)");
  private static final Pattern FIRST_LETTERS = Pattern.compile("\\p{Ll}\\p{L}*");

  private final Vocabulary vocabulary;
  private final StringBuilder text = new StringBuilder();
  private final List<TextLine> lines = new ArrayList<>();

  JoinedText() {
    this(Vocabulary.NONE);
  }

  private JoinedText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static JoinedText of(List<Line> lines) {
    return of(lines, Vocabulary.NONE);
  }

  /// @param vocabulary the words whose hyphens at line ends are dropped
  static JoinedText of(List<Line> lines, Vocabulary vocabulary) {
    var joined = new JoinedText(vocabulary);
    lines.forEach(joined::add);
    return joined;
  }

  JoinedText add(Line line) {
    return add(line.text(), line.box());
  }

  JoinedText add(String printed, Box box) {
    separateFrom(printed);
    var start = text.length();
    text.append(printed);
    lines.add(new TextLine(start, text.length(), box));
    return this;
  }

  /// Adds text that is joined already.
  JoinedText add(Block.Cell more) {
    if (!more.text().isEmpty()) {
      separateFrom(more.text());
      var offset = text.length();
      text.append(more.text());
      for (var line : more.lines()) {
        lines.add(new TextLine(line.start() + offset, line.end() + offset, line.onPage()));
      }
    }
    return this;
  }

  private void separateFrom(String next) {
    if (text.isEmpty() || next.isEmpty()) {
      return;
    }
    var before = Script.last(text);
    if (before == '\u00AD' || (before == '-' && isDivided(next))) {
      dropHyphen();
      return;
    }
    if (!isOneWord(before, next)) {
      text.append(' ');
    }
  }

  /// Whether the word before the hyphen and the one that follows are one elsewhere.
  private boolean isDivided(String next) {
    var last = LAST_LETTERS.matcher(end());
    var first = FIRST_LETTERS.matcher(next);
    return last.find() && first.lookingAt() && vocabulary.holds(last.group() + first.group());
  }

  private void dropHyphen() {
    text.setLength(text.length() - 1);
    if (!lines.isEmpty()) {
      var last = lines.removeLast();
      lines.add(new TextLine(last.start(), text.length(), last.onPage()));
    }
  }

  private boolean isOneWord(int before, String next) {
    var after = Script.first(next);
    return Script.isUnspaced(before)
        || Script.isUnspaced(after)
        || (before == '-'
            && text.length() > 1
            && Character.isLetter(text.charAt(text.length() - 2)))
        || isOneNumber(next)
        || ADDRESS.matcher(end()).matches();
  }

  private CharSequence end() {
    return text.subSequence(Math.max(0, text.length() - LONGEST_ADDRESS), text.length());
  }

  private boolean isOneNumber(String next) {
    if (!NUMBER_PART.matcher(next).matches() || !NUMBER_PART.matcher(text).matches()) {
      return false;
    }
    var joined = text + next;
    return joined.matches(".*[.,，．].*") && ONE_NUMBER.matcher(joined).matches();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  List<TextLine> lines() {
    return List.copyOf(lines);
  }

  Block.Cell cell() {
    return isEmpty() ? Block.Cell.EMPTY : new Block.Cell(text(), lines());
  }
}
