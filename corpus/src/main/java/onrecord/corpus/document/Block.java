package onrecord.corpus.document;

import java.util.List;
import onrecord.corpus.TextLine;
import org.jspecify.annotations.Nullable;

/// A piece of a document in reading order. Running headers, footers, page numbers and contents
/// pages are not among them.
public sealed interface Block {

  /// The page on which it begins, from 1; null where the format has none.
  @Nullable Integer page();

  /// A heading.
  ///
  /// @param level 1 for the outermost
  record Heading(int level, String text, List<TextLine> lines, @Nullable Integer page)
      implements Block {}

  /// A paragraph, its printed lines joined: without a space between Chinese characters, with one
  /// between Latin words.
  record Paragraph(String text, List<TextLine> lines, @Nullable Integer page) implements Block {}

  /// A table, joined over page breaks.
  ///
  /// @param caption what stands right above it and belongs to it: its title, 单位：元 币种：人民币; empty
  ///   where nothing does
  /// @param headingRows how many of the first rows are headings; 0 where none is
  /// @param rows all rows, each with as many cells as the table has columns; a spanning cell stands
  ///   in its first place and is repeated in the others if it is a heading, which are empty
  ///   otherwise
  record Table(String caption, int headingRows, List<List<Cell>> rows, @Nullable Integer page)
      implements Block {}

  /// A cell, its printed lines joined as in a paragraph.
  ///
  /// @param lines offsets are in `text`
  record Cell(String text, List<TextLine> lines) {

    public static final Cell EMPTY = new Cell("", List.of());
  }
}
