package onrecord.corpus.formats;

import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.document.Block;

/// What stands right above a table and belongs to it.
final class Captions {

  private static final int LONGEST = 60;

  private static final Pattern UNIT =
      Pattern.compile(
          "^[（(]?\\s*(?:金额)?单位\\s*[:：].{1,40}$|^币种\\s*[:：].{1,20}$|(?i)^\\(?(?:\\$ )?in (?:millions|thousands).{0,60}$");
  private static final Pattern NUMBERED = Pattern.compile("^(?:表|Table)\\s*\\d.*");

  private Captions() {}

  /// Takes the caption off the end of what was read so far.
  static String takeFrom(List<Block> blocks) {
    var caption = "";
    while (!blocks.isEmpty()
        && blocks.getLast() instanceof Block.Paragraph(var text, _, _)
        && isCaption(text)) {
      caption = caption.isEmpty() ? text : text + "\n" + caption;
      blocks.removeLast();
    }
    return caption;
  }

  private static boolean isCaption(String text) {
    return text.length() <= LONGEST
        && (UNIT.matcher(text).matches() || NUMBERED.matcher(text).matches());
  }
}
