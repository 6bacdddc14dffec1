package onrecord.corpus.formats;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onrecord.corpus.SheetCell;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block;
import onrecord.corpus.formats.TableGrid.Spanning;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;

/// The cells of a sheet that a person sees, and the tables that they make.
final class SheetCells {

  private static final int MOST_COLUMNS = 200;
  private static final int MOST_ROWS = 20_000;

  private final String sheet;
  private final CellValues values;
  private final NavigableMap<Integer, NavigableMap<Integer, String>> rows = new TreeMap<>();
  private final Map<CellAddress, CellRangeAddress> merged = new HashMap<>();
  private final Set<Integer> hiddenColumns = new HashSet<>();

  private SheetCells(String sheet, CellValues values) {
    this.sheet = sheet;
    this.values = values;
  }

  /// @param name of the sheet
  static SheetCells read(String name, InputStream content, CellValues values)
      throws XMLStreamException {
    var cells = new SheetCells(name, values);
    var xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(content);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        cells.begin(xml);
      }
    }
    return cells;
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "col" -> hide(xml);
      case "row" -> {
        if (isHidden(xml)) {
          skip(xml, "row");
        }
      }
      case "c" -> cell(xml);
      case "mergeCell" -> {
        var range = CellRangeAddress.valueOf(attribute(xml, "ref", "A1"));
        merged.put(new CellAddress(range.getFirstRow(), range.getFirstColumn()), range);
      }
      default -> {}
    }
  }

  private void hide(XMLStreamReader column) {
    if (isHidden(column)) {
      var first = Integer.parseInt(attribute(column, "min", "1"));
      var last = Integer.parseInt(attribute(column, "max", "1"));
      IntStream.rangeClosed(first, Math.min(last, MOST_COLUMNS))
          .forEach(number -> hiddenColumns.add(number - 1));
    }
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException {
    var place = new CellAddress(attribute(xml, "r", "A1"));
    var type = attribute(xml, "t", "n");
    var style = attribute(xml, "s", "0");
    var stored = stored(xml);
    var shown = stored.isEmpty() ? "" : values.shown(type, style, stored);
    if (!shown.isBlank()
        && place.getRow() < MOST_ROWS
        && place.getColumn() < MOST_COLUMNS
        && !hiddenColumns.contains(place.getColumn())) {
      rows.computeIfAbsent(place.getRow(), _ -> new TreeMap<>()).put(place.getColumn(), shown);
    }
  }

  /// The value of a cell, or its own text; not the formula.
  private static String stored(XMLStreamReader xml) throws XMLStreamException {
    var stored = new StringBuilder();
    var taking = false;
    while (!isEnd(xml, "c")) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> taking = xml.getLocalName().matches("[vt]");
        case XMLStreamConstants.END_ELEMENT -> taking = false;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            stored.append(taking ? xml.getText() : "");
        default -> {}
      }
    }
    return stored.toString();
  }

  private static void skip(XMLStreamReader xml, String element) throws XMLStreamException {
    while (!isEnd(xml, element)) {
      xml.next();
    }
  }

  private static boolean isEnd(XMLStreamReader xml, String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  private static boolean isHidden(XMLStreamReader xml) {
    return attribute(xml, "hidden", "0").matches("1|true");
  }

  private static String attribute(XMLStreamReader xml, String name, String otherwise) {
    var value = xml.getAttributeValue(null, name);
    return value == null ? otherwise : value;
  }

  /// Rows that follow each other are one table; lines of one cell above and below it are text.
  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    var stretch = new ArrayList<Integer>();
    for (int row : rows.keySet()) {
      if (!stretch.isEmpty() && row > stretch.getLast() + 1 && !isCovered(row - 1)) {
        tell(stretch, blocks);
        stretch.clear();
      }
      stretch.add(row);
    }
    tell(stretch, blocks);
    return blocks;
  }

  /// Whether a merged cell reaches from above over a row that has no cell of its own.
  private boolean isCovered(int row) {
    return merged.values().stream()
        .anyMatch(range -> range.getFirstRow() < row && range.getLastRow() >= row);
  }

  private void tell(List<Integer> stretch, List<Block> blocks) {
    var first = 0;
    while (first < stretch.size() && isAlone(stretch.get(first))) {
      first++;
    }
    var last = stretch.size();
    while (last > first && isAlone(stretch.get(last - 1))) {
      last--;
    }
    var titles = new ArrayList<Block>();
    stretch.subList(0, first).forEach(row -> titles.add(line(row)));
    if (first < last) {
      var table = stretch.subList(first, last);
      var caption = Captions.takeFrom(titles);
      blocks.addAll(titles);
      blocks.add(new Block.Heading(2, place(table), List.of(), null));
      blocks.add(table(caption, table));
    } else {
      blocks.addAll(titles);
    }
    stretch.subList(last, stretch.size()).forEach(row -> blocks.add(line(row)));
  }

  private boolean isAlone(int row) {
    return cells(row).size() == 1;
  }

  private Block line(int row) {
    var cell = cells(row).firstEntry();
    return new Block.Paragraph(cell.getValue(), lines(cell.getValue(), row, cell.getKey()), null);
  }

  private NavigableMap<Integer, String> cells(int row) {
    return rows.getOrDefault(row, new TreeMap<>());
  }

  private String place(List<Integer> table) {
    var columns = columns(table);
    return new CellAddress(table.getFirst(), columns.getFirst())
        + ":"
        + new CellAddress(table.getLast(), columns.getLast());
  }

  /// The columns that any row fills.
  private List<Integer> columns(List<Integer> table) {
    return table.stream().flatMap(row -> cells(row).keySet().stream()).distinct().sorted().toList();
  }

  private Block table(String caption, List<Integer> table) {
    var columns = columns(table);
    var taken = new HashSet<CellAddress>();
    var spanning = new ArrayList<List<Spanning>>();
    for (int row : table) {
      var cells = new ArrayList<Spanning>();
      for (int column : columns) {
        var place = new CellAddress(row, column);
        if (!taken.contains(place)) {
          cells.add(spanning(place, table, columns, taken));
        }
      }
      spanning.add(cells);
    }
    return TableGrid.table(caption, spanning, 0);
  }

  private Spanning spanning(
      CellAddress place, List<Integer> table, List<Integer> columns, Set<CellAddress> taken) {
    var text = cells(place.getRow()).getOrDefault(place.getColumn(), "");
    var lines = lines(text, place.getRow(), place.getColumn());
    var range = merged.get(place);
    if (range == null) {
      return new Spanning(text, 1, 1, false, lines);
    }
    var rowsCovered =
        table.stream().filter(row -> row >= place.getRow() && row <= range.getLastRow()).toList();
    var columnsCovered =
        columns.stream()
            .filter(column -> column >= place.getColumn() && column <= range.getLastColumn())
            .toList();
    for (var row : rowsCovered) {
      columnsCovered.forEach(column -> taken.add(new CellAddress(row, column)));
    }
    return new Spanning(text, rowsCovered.size(), columnsCovered.size(), false, lines);
  }

  /// The place of a text that one cell holds.
  private List<TextLine> lines(String text, int row, int column) {
    return text.isEmpty()
        ? List.of()
        : List.of(new TextLine(0, text.length(), new SheetCell(sheet, row + 1, column + 1)));
  }
}
