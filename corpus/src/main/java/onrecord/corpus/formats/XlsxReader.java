package onrecord.corpus.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader.SheetIterator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Excel workbooks: each sheet a chapter, each stretch of filled cells a table headed by its place
/// (`A4:D12`), so that a figure can be found again in its sheet and cells.
///
/// What a person who opens the workbook does not see is left out: hidden sheets, rows and columns.
/// Of formulas the values that were saved with them are read; macros are never run.
public final class XlsxReader implements DocumentReader {

  @Override
  public SourceText read(Path file) {
    try (var container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var properties = container.getPackageProperties();
      return new SourceText(
          blocks(new XSSFReader(container), new ReadOnlySharedStringsTable(container)),
          0,
          properties.getTitleProperty().filter(title -> !title.isBlank()).orElse(null),
          created(properties.getCreatedProperty()),
          List.of());
    } catch (OpenXML4JException | SAXException | XMLStreamException e) {
      throw Content.damaged(file, "it is no valid workbook", e);
    } catch (IOException | RuntimeException e) {
      throw Content.refusal(file, "it is no valid workbook", e);
    }
  }

  private static @Nullable Instant created(Optional<Date> created) {
    return created.map(Date::toInstant).orElse(null);
  }

  private static List<Block> blocks(XSSFReader workbook, ReadOnlySharedStringsTable strings)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    var hidden = hiddenSheets(workbook);
    var values = new CellValues(strings, workbook.getStylesTable());
    var blocks = new ArrayList<Block>();
    var sheets = (SheetIterator) workbook.getSheetsData();
    while (sheets.hasNext()) {
      try (var content = sheets.next()) {
        var name = sheets.getSheetName();
        if (!hidden.contains(name)) {
          var tables = SheetCells.read(name, content, values).blocks();
          if (!tables.isEmpty()) {
            blocks.add(new Block.Heading(1, name, List.of(), null));
            blocks.addAll(tables);
          }
        }
      }
    }
    return blocks;
  }

  private static Set<String> hiddenSheets(XSSFReader workbook)
      throws IOException, OpenXML4JException, SAXException {
    var hidden = new HashSet<String>();
    try (var content = workbook.getWorkbookData()) {
      var root = DocumentHelper.readDocument(content).getDocumentElement();
      Xml.at(root, "sheets").stream()
          .flatMap(sheets -> Xml.children(sheets, "sheet").stream())
          .filter(sheet ->
              Xml.attribute(sheet, "state").filter(state -> !state.equals("visible")).isPresent())
          .forEach(sheet -> Xml.attribute(sheet, "name").ifPresent(hidden::add));
    }
    return hidden;
  }
}
