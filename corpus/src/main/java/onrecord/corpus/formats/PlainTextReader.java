package onrecord.corpus.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;

/// Plain text: a line or a stretch between empty lines is a paragraph, numbering makes headings.
public final class PlainTextReader implements DocumentReader {

  /// Lines that an editor or a page has broken are at least this long.
  private static final int WRAPPED_CHINESE = 30;

  private static final int WRAPPED_LATIN = 60;

  private static final int TOP_LINES = 12;

  /// A sentence that has begun, by its punctuation, and not ended.
  private static final Pattern OPEN_CHINESE =
      Pattern.compile(".*[，。；、：].*[\\p{IsHan}，、（“]$|.*[，。；、].*\\p{IsLatin}$");

  private static final Pattern OPEN_LATIN = Pattern.compile(".*[\\p{IsLatin}\\d,;-]$");

  private static final Pattern CONTINUES = Pattern.compile("^[\\p{IsHan}\\p{IsLatin}\\d，、。；）)”].*");

  private static final Pattern BEGINS_ANEW =
      Pattern.compile(
          "^(?:[（(]?[\\d一二三四五六七八九十]{1,3}\\s*[）)、.．].*|第.{1,4}[节章条].*|(?:问|答|问题|提问|回答|答复|回复|Q|A)\\s*\\d*\\s*[:：、].*|.{1,16}[:：].*)");

  @Override
  public SourceText read(Path file) {
    return new SourceText(blocks(Content.text(file)), 0, null, null, List.of());
  }

  private static List<Block> blocks(String text) {
    var blocks = new ArrayList<Block>();
    for (var paragraph : paragraphs(text)) {
      blocks.add(block(paragraph, blocks.size()));
    }
    return blocks;
  }

  private static Block block(String paragraph, int place) {
    var level = Headings.level(paragraph);
    if (level.isPresent()) {
      return new Block.Heading(level.getAsInt(), paragraph, List.of(), null);
    }
    if (place < TOP_LINES && Headings.isTitle(paragraph)) {
      return new Block.Heading(1, paragraph, List.of(), null);
    }
    return new Block.Paragraph(paragraph, List.of(), null);
  }

  private static List<String> paragraphs(String text) {
    var paragraphs = new ArrayList<String>();
    var afterGap = false;
    for (var line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        afterGap = true;
        continue;
      }
      if (!paragraphs.isEmpty() && continues(paragraphs.getLast(), line, afterGap)) {
        paragraphs.add(join(paragraphs.removeLast(), line));
      } else {
        paragraphs.add(line);
      }
      afterGap = false;
    }
    return paragraphs;
  }

  /// A page break or an editor's line break has cut a sentence in two.
  private static boolean continues(String before, String line, boolean afterGap) {
    if (BEGINS_ANEW.matcher(line).matches() || Headings.level(line).isPresent()) {
      return false;
    }
    var chinese = OPEN_CHINESE.matcher(before).matches() && before.length() >= WRAPPED_CHINESE;
    var latin =
        OPEN_LATIN.matcher(before).matches()
            && before.length() >= WRAPPED_LATIN
            && (!afterGap || Character.isLowerCase(line.charAt(0)));
    return (chinese || latin) && CONTINUES.matcher(line).matches();
  }

  private static String join(String before, String line) {
    var latin = before.charAt(before.length() - 1) < 0x2E80 && line.charAt(0) < 0x2E80;
    return before + (latin ? " " : "") + line;
  }
}
