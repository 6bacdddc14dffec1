package onrecord.corpus.pdf;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Styles in which headings are numbered, outermost first.
enum Numbering {
  PART("第[一二三四五六七八九十百零〇\\d]+(?:部分|编|篇)|PART\\s+[IVX]+\\b"),
  CHAPTER("第[一二三四五六七八九十百零〇\\d]+章"),
  SECTION("第[一二三四五六七八九十百零〇\\d]+节|(?:ITEM|Item)\\s+\\d{1,2}[A-C]?\\b"),
  CHINESE("[一二三四五六七八九十百]+\\s*[、．.]|(?:NOTE|Note)\\s+\\d{1,2}\\b"),
  CHINESE_BRACKETED("[(（]\\s*[一二三四五六七八九十百]+\\s*[)）]"),
  ARABIC("\\d{1,3}\\s*(?:[、．]|[.](?!\\d))"),
  DOTTED("\\d{1,2}(?:[.．]\\d{1,2}){1,3}(?![\\d.,%％])\\s*(?=\\p{IsHan}|\\p{Lu})(?![年月日亿万元])"),
  ARABIC_BRACKETED("[(（]\\s*\\d{1,3}\\s*[)）]"),
  ARABIC_HALF_BRACKETED("\\d{1,3}\\s*[)）]"),
  CIRCLED("[①-⑳]"),
  LETTER("[A-Za-z][、．]|[(（][a-zA-Z][)）]|[a-z][)）]");

  private final Pattern form;

  Numbering(String form) {
    this.form = Pattern.compile("\\s*(?:" + form + ")");
  }

  /// The style of the number that a text begins with; null if it begins with none.
  static @Nullable Numbering of(String text) {
    for (var numbering : values()) {
      if (numbering.form.matcher(text).lookingAt()) {
        return numbering;
      }
    }
    return null;
  }
}
