package onrecord.corpus.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.SheetCell;
import onrecord.corpus.TextLine;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.UnreadableFileException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesApartTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void aFileIsReadAsItWouldBeHere() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("notice.html"),
            "<h1>公告</h1><p>一</p><table><tr><th>项目<th>金额<tr><td>收入<td>1.00</table>");

    try (var files = new FilesApart(limits(64 * MEGABYTE))) {
      assertThat(files.read(file, Map.of()).blocks())
          .contains(
              new Block.Heading(1, "公告", List.of(), null),
              new Block.Paragraph("一", List.of(), null))
          .hasSize(3);
    }
  }

  @Test
  void theCellsOfAWorkbookComeBack() throws IOException {
    var file = folder.resolve("book.xlsx");
    try (var workbook = new XSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      workbook.createSheet("说明").createRow(4).createCell(2).setCellValue("公司公告");
      workbook.write(out);
    }

    try (var files = new FilesApart(limits(64 * MEGABYTE))) {
      assertThat(files.read(file, Map.of()).blocks())
          .contains(
              new Block.Paragraph(
                  "公司公告", List.of(new TextLine(0, 4, new SheetCell("说明", 5, 3))), null));
    }
  }

  @Test
  void aFileThatExpandsBeyondTheMemoryIsRefusedAndTheNextOneRead() throws IOException {
    var bomb = bomb(folder.resolve("bomb.pdf"), 256 * MEGABYTE);
    var fine = Files.writeString(folder.resolve("fine.html"), "<p>公司公告</p>");

    try (var files = new FilesApart(limits(48 * MEGABYTE))) {
      var refusal =
          catchThrowableOfType(UnreadableFileException.class, () -> files.read(bomb, Map.of()));

      assertThat(refusal.reason()).isEqualTo(Reason.TOO_COMPLEX);
      assertThat(refusal).hasMessageContaining("48 MB");
      assertThat(files.read(fine, Map.of()).blocks()).hasSize(1);
    }
  }

  @Test
  void refusalsComeBackWithReasonAndRemedy() throws IOException {
    var file = Files.writeString(folder.resolve("cut.pdf"), "%PDF-1.7 and no more");

    try (var files = new FilesApart(limits(64 * MEGABYTE))) {
      var refusal =
          catchThrowableOfType(UnreadableFileException.class, () -> files.read(file, Map.of()));

      assertThat(refusal.reason()).isEqualTo(Reason.DAMAGED);
      assertThat(refusal.remedy()).isNotBlank();
    }
  }

  @Test
  void pagesOfALongReportAreDrawnInLittleMemorySeveralAtOnce() throws Exception {
    var report = report(folder.resolve("report.pdf"), 300);

    try (var files = new FilesApart(limits(64 * MEGABYTE, 2));
        var readers = Executors.newFixedThreadPool(4)) {
      var pages =
          readers.invokeAll(
              IntStream.of(1, 2, 150, 151, 299, 300)
                  .<Callable<byte[]>>mapToObj(page -> () -> files.draw(report, page, List.of()))
                  .toList());
      for (var page : pages) {
        assertThat(ImageIO.read(new ByteArrayInputStream(page.get())).getWidth())
            .isGreaterThan(800);
      }
      assertThat(pages.getFirst().get()).isNotEqualTo(pages.getLast().get());
      assertThat(files.read(report, Map.of()).pages()).isEqualTo(300);
    }
  }

  private static Path report(Path file, int pages) throws IOException {
    try (var pdf = new PDDocument()) {
      var font = new PDType1Font(FontName.HELVETICA);
      for (var number = 1; number <= pages; number++) {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(font, 11);
          content.newLineAtOffset(60, 760);
          for (var line = 1; line <= 40; line++) {
            content.showText("Item %d on page %d was settled in full.".formatted(line, number));
            content.newLineAtOffset(0, -17);
          }
          content.endText();
        }
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  private static FilesApart.Limits limits(long memory) {
    return limits(memory, 1);
  }

  private static FilesApart.Limits limits(long memory, int atOnce) {
    return new FilesApart.Limits(100 * MEGABYTE, Duration.ofMinutes(2), memory, atOnce);
  }

  /// A page whose content unpacks to one string of so many bytes.
  private static Path bomb(Path file, long bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(packed, new Deflater(9))) {
      deflating.write('(');
      var blanks = new byte[1 << 16];
      for (var left = bytes; left > 0; left -= blanks.length) {
        deflating.write(blanks);
      }
    }
    var pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        """
        %%PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>> endobj
        4 0 obj <</Filter/FlateDecode/Length %d>> stream
        """
            .formatted(packed.size())
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R>>\n".getBytes(StandardCharsets.US_ASCII));
    return Files.write(file, pdf.toByteArray());
  }
}
