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

  /// Lines that an editor has wrapped are at least this long.
  private static final int WRAPPED = 30;

  private static final int TOP_LINES = 12;

  private static final Pattern OPEN_END = Pattern.compile(".*[\\p{IsHan}\\p{IsLatin}\\d，、,（(“]$");

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
    for (var line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      if (!paragraphs.isEmpty() && continues(paragraphs.getLast(), line)) {
        paragraphs.add(join(paragraphs.removeLast(), line));
      } else {
        paragraphs.add(line);
      }
    }
    return paragraphs;
  }

  /// A page break or an editor's line break has cut a sentence in two.
  private static boolean continues(String before, String line) {
    return before.length() >= WRAPPED
        && OPEN_END.matcher(before).matches()
        && CONTINUES.matcher(line).matches()
        && !BEGINS_ANEW.matcher(line).matches()
        && Headings.level(line).isEmpty();
  }

  private static String join(String before, String line) {
    var latin = before.charAt(before.length() - 1) < 0x2E80 && line.charAt(0) < 0x2E80;
    return before + (latin ? " " : "") + line;
  }
}
