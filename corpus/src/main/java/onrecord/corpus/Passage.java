package onrecord.corpus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A citable unit of a disclosure's text, with its place in the original.
///
/// A table is text too: its caption on the first line, then the heading row and the rows, one a
/// line, cells separated by tabs, so that a row read without white space is what the original
/// prints.
///
/// @param id names it
/// @param ordinal its place in reading order, from 0
/// @param text the words as printed (lines of a paragraph joined), never normalised
/// @param speaker whose words they are
/// @param form prose or table
/// @param headings the headings it stands under, outermost first
/// @param page the page on which it begins, from 1; null where the format has no pages
/// @param item the number of the question in a record of questions and answers, such as `3`
/// @param question the investor's question that the text answers, in an investor's words
/// @param lines where its lines or cells stand, in order; empty where the format has neither pages
///   nor cells
/// @param endedAt from when a correction replaced it, null while it counts
/// @param replacements when a correction stood in its place
public record Passage(
    PassageId id,
    int ordinal,
    String text,
    Speaker speaker,
    Form form,
    List<String> headings,
    @Nullable Integer page,
    @Nullable String item,
    @Nullable String question,
    List<TextLine> lines,
    @Nullable Instant endedAt,
    List<Replacement> replacements) {

  /// How a passage is laid out.
  public enum Form {
    PROSE,
    TABLE
  }

  public Passage {
    headings = List.copyOf(headings);
    lines = List.copyOf(lines);
    replacements = List.copyOf(replacements);
  }

  /// One that no correction has replaced for a time and then been withdrawn.
  public Passage(
      PassageId id,
      int ordinal,
      String text,
      Speaker speaker,
      Form form,
      List<String> headings,
      @Nullable Integer page,
      @Nullable String item,
      @Nullable String question,
      List<TextLine> lines,
      @Nullable Instant endedAt) {
    this(
        id, ordinal, text, speaker, form, headings, page, item, question, lines, endedAt,
        List.of());
  }

  /// Whether it counts at an instant at which its disclosure does.
  public boolean countsAt(Instant asOf) {
    return (endedAt == null || endedAt.isAfter(asOf))
        && replacements.stream().noneMatch(replacement -> replacement.covers(asOf));
  }

  /// The heading path as one line, outermost first.
  public String section() {
    return String.join(" > ", headings);
  }

  /// Where a stretch of its text stands in the original; parts of lines are taken by their share of
  /// characters.
  ///
  /// @param start offset of the first character
  /// @param end offset after the last
  public List<Box> boxes(int start, int end) {
    var boxes = new ArrayList<Box>();
    for (var line : lines) {
      var from = Math.max(start, line.start());
      var to = Math.min(end, line.end());
      if (from < to) {
        Optional.ofNullable(line.slice(from, to, 0).box()).ifPresent(boxes::add);
      }
    }
    return boxes;
  }

  /// The cells of a workbook in which a stretch of its text stands, such as `利润表!A5:C5`; empty in
  /// other originals.
  ///
  /// @param start offset of the first character
  /// @param end offset after the last
  public Optional<String> cells(int start, int end) {
    return SheetCell.range(
        lines.stream()
            .filter(line -> line.start() < end && line.end() > start)
            .map(TextLine::cell)
            .filter(Objects::nonNull)
            .toList());
  }

  /// The page on which the character at an offset stands; the passage's first page where that is
  /// not known.
  public @Nullable Integer pageAt(int offset) {
    for (var line : lines) {
      var box = line.box();
      if (box != null && offset < line.end()) {
        return box.page();
      }
    }
    return page;
  }
}
