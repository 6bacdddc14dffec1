import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Blocks as a minimal Word document (ECMA-376): text, headings, tables and a footer.
final class Docx {
  private static final String NAMESPACES =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private final StringBuilder body = new StringBuilder();

  static void write(Path file, List<Block> blocks, String header, String footer)
      throws IOException {
    var docx = new Docx();
    blocks.forEach(docx::add);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "[Content_Types].xml", contentTypes());
      entry(
          zip,
          "_rels/.rels",
          relationships(relationship("rId1", "officeDocument", "word/document.xml")));
      entry(zip, "word/document.xml", docx.document());
      entry(zip, "word/styles.xml", styles());
      entry(zip, "word/header1.xml", part("hdr", header));
      entry(zip, "word/footer1.xml", part("ftr", footer));
      entry(
          zip,
          "word/_rels/document.xml.rels",
          relationships(
              relationship("rId1", "styles", "styles.xml")
                  + relationship("rId2", "header", "header1.xml")
                  + relationship("rId3", "footer", "footer1.xml")));
    }
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading ->
          body.append(paragraph("Heading" + heading.level(), heading.text()));
      case Block.Paragraph paragraph ->
          body.append(paragraph(style(paragraph.style()), paragraph.text()));
      case Block.Table table -> addTable(table);
      case Block.Contents contents -> {}
      case Block.PageBreak pageBreak ->
          body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }
  }

  private static String style(String name) {
    return switch (name) {
      case "title", "sub", "center", "banner" -> "Centered";
      case "right" -> "Right";
      default -> "Normal";
    };
  }

  private static String paragraph(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>\n"
        .formatted(style, Html.escape(text.replace("**", "")));
  }

  private void addTable(Block.Table table) {
    body.append(table.caption().isEmpty() ? "" : paragraph("Right", table.caption()));
    body.append(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\""
            + " w:type=\"pct\"/></w:tblPr><w:tblGrid>");
    int columns = table.rows().getFirst().cells().size();
    body.append(("<w:gridCol w:w=\"" + 9000 / columns + "\"/>").repeat(columns))
        .append("</w:tblGrid>\n");
    for (var row : table.rows()) {
      body.append("<w:tr>").append(row.head() ? "<w:trPr><w:tblHeader/></w:trPr>" : "");
      row.cells()
          .forEach(
              cell -> body.append("<w:tc>").append(paragraph("Normal", cell)).append("</w:tc>"));
      body.append("</w:tr>\n");
    }
    body.append("</w:tbl>\n").append(paragraph("Normal", ""));
  }

  private String document() {
    return XML
        + "<w:document "
        + NAMESPACES
        + "><w:body>"
        + body
        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference"
        + " w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar"
        + " w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\""
        + " w:footer=\"720\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>";
  }

  private static String part(String element, String text) {
    return XML
        + "<w:"
        + element
        + " "
        + NAMESPACES
        + ">"
        + paragraph("Centered", text)
        + "</w:"
        + element
        + ">";
  }

  private static String styles() {
    return XML
        + "<w:styles "
        + NAMESPACES
        + ">"
        + paragraphStyle("Normal", "Normal", "", "<w:sz w:val=\"21\"/>")
        + paragraphStyle("Centered", "Centered", "<w:jc w:val=\"center\"/>", "")
        + paragraphStyle("Right", "Right", "<w:jc w:val=\"right\"/>", "")
        + paragraphStyle(
            "Heading1",
            "heading 1",
            "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:sz w:val=\"32\"/>")
        + paragraphStyle(
            "Heading2", "heading 2", "<w:outlineLvl w:val=\"1\"/>", "<w:b/><w:sz w:val=\"24\"/>")
        + paragraphStyle("Heading3", "heading 3", "<w:outlineLvl w:val=\"2\"/>", "<w:b/>")
        + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table"
        + " Grid\"/><w:tblPr><w:tblBorders>"
        + borders()
        + "</w:tblBorders></w:tblPr></w:style></w:styles>";
  }

  private static String paragraphStyle(String id, String name, String paragraph, String run) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"%s\"%s><w:name w:val=\"%s\"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>"
        .formatted(id, id.equals("Normal") ? " w:default=\"1\"" : "", name, paragraph, run);
  }

  private static String borders() {
    var borders = new StringBuilder();
    for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      borders.append(
          "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>".formatted(side));
    }
    return borders.toString();
  }

  private static String contentTypes() {
    return XML
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
        + " Extension=\"xml\" ContentType=\"application/xml\"/>"
        + override("document", "document.main")
        + override("styles", "styles")
        + override("header1", "header")
        + override("footer1", "footer")
        + "</Types>";
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, WORD, type);
  }

  private static String relationships(String entries) {
    return XML
        + "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\">"
        + entries
        + "</Relationships>";
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  /// A fixed time, so that the same sources give the same bytes.
  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
