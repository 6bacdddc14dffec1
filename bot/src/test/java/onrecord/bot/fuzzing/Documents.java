package onrecord.bot.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onrecord.bot.Examples;
import onrecord.corpus.document.Passages;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.metadata.MetadataReader;
import onrecord.corpus.pdf.PdfLimits;
import onrecord.corpus.pdf.PdfReader;

/// A file of one format, from its bytes to its passages, metadata and figures: it is read, or
/// refused with a reason.
///
/// A DOCX or XLSX file is an archive, of which few changes leave anything to read; so an input that
/// is none becomes the part of one that holds the text.
final class Documents implements Target.Taking {

  private static final Map<String, String> PARTS =
      Map.of("docx", "word/document.xml", "xlsx", "xl/worksheets/sheet1.xml");

  private static final Map<String, Map<String, String>> AROUND =
      Map.of(
          "docx",
          Map.of(
              "[Content_Types].xml",
              """
              <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
              <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
              </Types>\
              """,
              "_rels/.rels",
              """
              <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
              <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
              </Relationships>\
              """),
          "xlsx",
          Map.of(
              "[Content_Types].xml",
              """
              <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
              <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
              <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
              </Types>\
              """,
              "_rels/.rels",
              """
              <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
              <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
              </Relationships>\
              """,
              "xl/workbook.xml",
              """
              <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
              xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
              <sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>\
              """,
              "xl/_rels/workbook.xml.rels",
              """
              <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
              <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
              </Relationships>\
              """));

  private final String type;
  private final Path file;
  private final Formats formats;
  private final MetadataReader metadata = new MetadataReader();
  private final FigureReader figures = new FigureReader();

  Documents(String type) {
    this.type = type;
    this.file = temporary("document." + type);
    var limits = new Formats.Limits(8L << 20, Duration.ofSeconds(10), 1);
    formats = new Formats(new PdfReader(PdfLimits.USUAL.within(limits.time())), limits);
  }

  @Override
  public void take(byte[] input) throws IOException {
    Files.write(file, whole(input));
    try {
      var text = formats.read(file);
      Passages.of(Examples.REPORT.id(), text.blocks());
      figures.read(Examples.REPORT, Passages.of(Examples.REPORT.id(), text.blocks()));
      metadata.read(file, text);
    } catch (UnreadableFileException refused) {
      if (Objects.requireNonNullElse(refused.getMessage(), "").isBlank()) {
        throw new AssertionError("Refused without a reason", refused);
      }
    }
  }

  private byte[] whole(byte[] input) throws IOException {
    var part = PARTS.get(type);
    if (part == null || (input.length > 1 && input[0] == 'P' && input[1] == 'K')) {
      return input;
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var around : AROUND.getOrDefault(type, Map.of()).entrySet()) {
        zip.putNextEntry(new ZipEntry(around.getKey()));
        zip.write(around.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(input);
    }
    return bytes.toByteArray();
  }

  /// A file of a name in a folder of its own, gone with the process.
  static Path temporary(String name) {
    try {
      var folder = Files.createTempDirectory("onrecord-fuzzing");
      var file = folder.resolve(name);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
