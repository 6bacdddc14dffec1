package onrecord.corpus.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells headings from text and gives each its level, by its number, else by how it looks.
final class Outline {

  private static final int LONGEST_UNSPACED = 60;
  private static final int LONGEST_SPACED = 150;
  private static final int MOST_LINES = 3;

  private static final Pattern SENTENCE =
      Pattern.compile(
          ".*[。；！？].*|.*[，,、;—-]\\s*|.*\\p{Ll}{2}[.]\\s*|.*[.]\\s+\\p{Lu}.*\\p{Ll}{3}[.].*",
          Pattern.DOTALL);
  private static final Pattern FORM =
      Pattern.compile("\\s*[√□☒☐✓■]\\s*.*|.*[√□☒☐]\\s*(?:不?适用|是|否).*", Pattern.DOTALL);

  /// Sizes that differ by less than this share are one.
  private static final double SAME_SIZE = 1.06;

  private final double bodySize;
  private final boolean bodyIsBold;
  private final Deque<Open> open = new ArrayDeque<>();

  /// A heading under which the text stands.
  ///
  /// @param numbering null if it only looks like a heading
  /// @param chinese whether it is written in Chinese
  private record Open(@Nullable Numbering numbering, double size, boolean bold, boolean chinese) {

    /// Where numbers and looks disagree, numbers count: a Chinese report numbers all that it counts
    /// as headings, and what stands out between them belongs to the one before.
    boolean isAbove(Open next) {
      if (numbering != null && next.numbering != null) {
        return numbering.compareTo(next.numbering) < 0;
      }
      if (next.numbering != null) {
        return next.numbering.compareTo(Numbering.SECTION) > 0 && size > SAME_SIZE * next.size;
      }
      if (numbering != null) {
        return (chinese && numbering.compareTo(Numbering.SECTION) > 0)
            || next.size <= SAME_SIZE * size;
      }
      return size > SAME_SIZE * next.size || (bold && !next.bold && size * SAME_SIZE > next.size);
    }
  }

  private Outline(double bodySize, boolean bodyIsBold) {
    this.bodySize = bodySize;
    this.bodyIsBold = bodyIsBold;
  }

  /// An outline of a document whose text looks like most of these lines.
  static Outline of(List<Flow> flows) {
    var sizes = new HashMap<Double, Integer>();
    var bold = 0;
    var all = 0;
    for (var flow : flows) {
      if (flow instanceof Para para) {
        for (var line : para.lines()) {
          var length = line.text().length();
          sizes.merge(Math.round(line.size() * 2) / 2.0, length, Integer::sum);
          bold += line.bold() ? length : 0;
          all += length;
        }
      }
    }
    var bodySize =
        sizes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(10.0);
    return new Outline(bodySize, 2 * bold > all);
  }

  /// The level of a heading, from 1; null if the paragraph is none.
  @Nullable Integer level(Para para) {
    var text = para.text();
    if (para.lines().size() > MOST_LINES || !isShort(text) || FORM.matcher(text).matches()) {
      return null;
    }
    var numbering = Numbering.of(text);
    var isHeading =
        numbering == null
            ? stands(para) && hasWords(text) && !SENTENCE.matcher(text).matches()
            : isNumberedHeading(para, text, numbering);
    return isHeading
        ? levelBelowOpen(new Open(numbering, para.size(), para.bold(), isUnspacedText(text)))
        : null;
  }

  private int levelBelowOpen(Open heading) {
    var hasSibling =
        heading.numbering != null
            && open.stream().anyMatch(above -> above.numbering == heading.numbering);
    while (hasSibling && open.element().numbering != heading.numbering) {
      open.pop();
    }
    while (!open.isEmpty() && !open.element().isAbove(heading)) {
      open.pop();
    }
    open.push(heading);
    return open.size();
  }

  private static boolean isShort(String text) {
    var unspaced = text.codePoints().filter(Script::isUnspaced).count();
    return 3 * unspaced > text.length()
        ? text.length() <= LONGEST_UNSPACED
        : text.length() <= LONGEST_SPACED;
  }

  private boolean isNumberedHeading(Para para, String text, Numbering numbering) {
    var marked = stands(para);
    return switch (numbering) {
      case PART, CHAPTER, SECTION -> !text.contains("。") && (marked || text.length() < 40);
      case CHINESE,
          CHINESE_BRACKETED,
          ARABIC,
          DOTTED,
          ARABIC_BRACKETED,
          ARABIC_HALF_BRACKETED,
          CIRCLED ->
          !SENTENCE.matcher(text).matches() && hasWords(text) && (marked || isUnspacedText(text));
      case LETTER -> marked && !SENTENCE.matcher(text).matches();
    };
  }

  private static boolean isUnspacedText(String text) {
    return text.codePoints().anyMatch(Script::isUnspaced);
  }

  /// Whether it is set much larger than text.
  boolean isLarge(Para para) {
    return para.size() > 1.25 * bodySize;
  }

  private boolean stands(Para para) {
    return para.size() > 1.1 * bodySize || (para.bold() && !bodyIsBold);
  }

  private static boolean hasWords(String text) {
    return text.codePoints().filter(Character::isLetter).count() >= 2;
  }
}
