package onrecord.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import onrecord.corpus.document.Block;
import onrecord.corpus.formats.TableGrid.Spanning;
import org.w3c.dom.Element;

/// Turns the body of a Word document into blocks.
final class WordBlocks {

  private static final int LONGEST_HEADING = 120;
  private static final int MOST_SPAN = 200;

  private enum Merge {
    NONE,
    BEGINS,
    CONTINUES
  }

  /// @param column the first column that it covers
  private record RawCell(int column, int columns, Merge merge, Element element) {}

  private final WordStyles styles;
  private final WordNumbering numbering;
  private final List<Block> list = new ArrayList<>();

  WordBlocks(WordStyles styles, WordNumbering numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  List<Block> list() {
    return list;
  }

  void body(Element document) {
    Xml.at(document, "body").ifPresent(this::children);
  }

  /// What stands at the foot of pages, after everything else.
  void notes(Element notes) {
    for (var note : Xml.children(notes, "footnote")) {
      if (Xml.attribute(note, "type").isEmpty()) {
        children(note);
      }
    }
  }

  private void children(Element parent) {
    for (var child : Xml.children(parent)) {
      switch (child.getLocalName()) {
        case "p" -> paragraph(child);
        case "tbl" -> table(child);
        case "sdt" -> {
          if (!isContents(child)) {
            Xml.at(child, "sdtContent").ifPresent(this::children);
          }
        }
        case "customXml", "ins", "moveTo", "smartTag" -> children(child);
        default -> {}
      }
    }
  }

  private static boolean isContents(Element control) {
    return Xml.value(control, "sdtPr", "docPartObj", "docPartGallery")
        .filter(gallery -> gallery.equals("Table of Contents"))
        .isPresent();
  }

  private void paragraph(Element paragraph) {
    var style = Xml.value(paragraph, "pPr", "pStyle").orElse("");
    if (styles.isContents(style)) {
      return;
    }
    var words = WordText.of(paragraph);
    words.boxes().forEach(this::children);
    if (words.text().isEmpty()) {
      return;
    }
    var text = number(paragraph, style) + words.text();
    var level = level(paragraph, style, text);
    if (level.isPresent()) {
      list.add(new Block.Heading(level.getAsInt(), text.replace('\n', ' '), List.of(), null));
    } else {
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> list.add(new Block.Paragraph(line, List.of(), null)));
    }
  }

  private String number(Element paragraph, String style) {
    return Xml.at(paragraph, "pPr", "numPr")
        .or(() -> styles.numbering(style))
        .map(numbering::next)
        .orElse("");
  }

  private OptionalInt level(Element paragraph, String style, String text) {
    if (text.length() > LONGEST_HEADING) {
      return OptionalInt.empty();
    }
    var outline = Xml.number(paragraph, "pPr", "outlineLvl").filter(level -> level < 9);
    if (outline.isPresent()) {
      return OptionalInt.of(outline.get() + 1);
    }
    var styled = styles.headingLevel(style);
    if (styled.isPresent()) {
      return styled;
    }
    return list.size() < 8 && Headings.isTitle(text) ? OptionalInt.of(1) : Headings.level(text);
  }

  private void table(Element table) {
    var rows = rows(table);
    var raw = rows.stream().map(WordBlocks::cells).toList();
    if (raw.stream().allMatch(cells -> cells.size() <= 1)) {
      raw.stream().flatMap(List::stream).forEach(cell -> children(cell.element()));
      return;
    }
    var headings = (int) rows.stream().takeWhile(row -> Xml.isOn(row, "trPr", "tblHeader")).count();
    var spanning = new ArrayList<List<Spanning>>();
    for (var row = 0; row < raw.size(); row++) {
      spanning.add(spanning(raw, row));
    }
    var caption = Captions.takeFrom(list);
    list.add(TableGrid.table(caption, spanning, headings < rows.size() ? headings : 0));
  }

  private List<Spanning> spanning(List<List<RawCell>> raw, int row) {
    var cells = new ArrayList<Spanning>();
    var column = 0;
    for (var cell : raw.get(row)) {
      if (cell.column() > column) {
        cells.add(new Spanning("", 1, cell.column() - column, false));
      }
      column = cell.column() + cell.columns();
      if (cell.merge() != Merge.CONTINUES) {
        var text = words(cell.element());
        cells.add(new Spanning(text, rowsCovered(raw, row, cell), cell.columns(), false));
      }
    }
    return cells;
  }

  private static int rowsCovered(List<List<RawCell>> raw, int row, RawCell cell) {
    var covered = 1;
    while (cell.merge() == Merge.BEGINS
        && row + covered < raw.size()
        && raw.get(row + covered).stream()
            .anyMatch(
                below -> below.column() == cell.column() && below.merge() == Merge.CONTINUES)) {
      covered++;
    }
    return covered;
  }

  private static List<Element> rows(Element table) {
    var rows = new ArrayList<Element>();
    for (var child : Xml.children(table)) {
      if (Xml.is(child, "tr")) {
        rows.add(child);
      } else if (Xml.is(child, "sdt")) {
        Xml.at(child, "sdtContent").map(WordBlocks::rows).ifPresent(rows::addAll);
      }
    }
    return rows;
  }

  private static List<RawCell> cells(Element row) {
    var cells = new ArrayList<RawCell>();
    var column = Math.clamp(Xml.number(row, "trPr", "gridBefore").orElse(0), 0, MOST_SPAN);
    for (var element : cellElements(row)) {
      var columns = Math.clamp(Xml.number(element, "tcPr", "gridSpan").orElse(1), 1, MOST_SPAN);
      cells.add(new RawCell(column, columns, merge(element), element));
      column += columns;
    }
    return cells;
  }

  private static List<Element> cellElements(Element row) {
    var cells = new ArrayList<Element>();
    for (var child : Xml.children(row)) {
      if (Xml.is(child, "tc")) {
        cells.add(child);
      } else if (Xml.is(child, "sdt")) {
        Xml.at(child, "sdtContent").map(WordBlocks::cellElements).ifPresent(cells::addAll);
      }
    }
    return cells;
  }

  private static Merge merge(Element cell) {
    var merge = Xml.at(cell, "tcPr", "vMerge");
    if (merge.isEmpty()) {
      return Merge.NONE;
    }
    return Xml.attribute(merge.get(), "val").filter(value -> value.equals("restart")).isPresent()
        ? Merge.BEGINS
        : Merge.CONTINUES;
  }

  /// The words of a cell, a line for each paragraph; a table in it, a line for each row.
  private String words(Element cell) {
    var inner = new WordBlocks(styles, numbering);
    inner.children(cell);
    return String.join("\n", inner.list.stream().map(WordBlocks::words).toList());
  }

  private static String words(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text();
      case Block.Paragraph paragraph -> paragraph.text();
      case Block.Table table -> TableLines.of(table);
    };
  }
}
