package onrecord.bot.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/// A report whose second page is a picture, whose third page says nothing that can be read, and
/// whose fourth page lies on its side.
final class DrawnReport {

  private static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);
  private static final int LINE = 18;

  private DrawnReport() {}

  static Path in(Path file) throws IOException {
    try (var pdf = new PDDocument()) {
      write(
          pdf,
          page(pdf),
          List.of(
              "Annual Report 2024",
              "Star Balance Computing Inc.",
              "Stock code: 999999",
              "The company runs three data centres in the north of the country."));
      picture(pdf, page(pdf));
      write(pdf, page(pdf), Collections.nCopies(6, "bcdfg hjklm npqrst vwxz bcdfg hjklm npqrst"));
      var turned = page(pdf);
      turned.setRotation(90);
      write(pdf, turned, List.of("This page was turned by a quarter before it was bound."));
      pdf.save(file.toFile());
    }
    return file;
  }

  private static PDPage page(PDDocument pdf) {
    var page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    return page;
  }

  /// Lines that stand upright to who looks at the page.
  private static void write(PDDocument pdf, PDPage page, List<String> lines) throws IOException {
    try (var content = new PDPageContentStream(pdf, page)) {
      if (page.getRotation() != 0) {
        content.transform(new Matrix(0, 1, -1, 0, page.getMediaBox().getWidth(), 0));
      }
      content.beginText();
      content.setFont(HELVETICA, 12);
      content.newLineAtOffset(60, 500);
      for (var line : lines) {
        content.showText(line);
        content.newLineAtOffset(0, -LINE);
      }
      content.endText();
    }
  }

  /// The first page as a scanner sees it.
  private static void picture(PDDocument pdf, PDPage page) throws IOException {
    var seen = new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.GRAY);
    try (var content = new PDPageContentStream(pdf, page)) {
      var box = page.getMediaBox();
      content.drawImage(
          LosslessFactory.createFromImage(pdf, seen), 0, 0, box.getWidth(), box.getHeight());
    }
  }
}
