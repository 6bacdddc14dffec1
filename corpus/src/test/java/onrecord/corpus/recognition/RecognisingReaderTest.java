package onrecord.corpus.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.corpus.Box;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.PageFlag;
import onrecord.corpus.PageFlag.Kind;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.pdf.PdfPages;
import onrecord.corpus.pdf.PdfReader;
import onrecord.corpus.pdf.PrintedWord;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognisingReaderTest {

  @TempDir Path folder;

  @Test
  void thePictureOfAPageIsReadAndFlaggedWithItsConfidence() throws IOException {
    var line = new Box(1, 0.1, 0.1, 0.6, 0.02);
    var reader =
        reader(
            knowing(
                new PrintedWord("The", new Box(1, 0.1, 0.1, 0.05, 0.02), line, 90),
                new PrintedWord("company", new Box(1, 0.17, 0.1, 0.1, 0.02), line, 80)));

    var text = reader.read(scan("whatever"));

    assertThat(text.blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Paragraph.class,
            paragraph -> assertThat(paragraph.text()).isEqualTo("The company"));
    assertThat(text.flags()).containsExactly(new PageFlag(1, Kind.RECOGNISED, 85));
  }

  @ParameterizedTest
  @CsvSource({
    // Where the words and their line stand on the page: x, y, width, height.
    "0.10, 0.10, 0.06, 0.02, 0.18, 0.10, 0.12, 0.02, 0.1, 0.10, 0.2, 0.02",
    "0.88, 0.10, 0.02, 0.06, 0.88, 0.18, 0.02, 0.12, 0.88, 0.1, 0.02, 0.2",
    "0.84, 0.88, 0.06, 0.02, 0.70, 0.88, 0.12, 0.02, 0.7, 0.88, 0.2, 0.02",
    "0.10, 0.84, 0.02, 0.06, 0.10, 0.70, 0.02, 0.12, 0.1, 0.70, 0.02, 0.2"
  })
  void aScanIsReadWhicheverWayUpItLiesAndItsWordsKeepTheirPlaces(
      double x1,
      double y1,
      double w1,
      double h1,
      double x2,
      double y2,
      double w2,
      double h2,
      double x,
      double y,
      double w,
      double h)
      throws IOException {
    var line = new Box(1, x, y, w, h);
    var reader =
        reader(
            knowing(
                new PrintedWord("The", new Box(1, x1, y1, w1, h1), line, 90),
                new PrintedWord("company", new Box(1, x2, y2, w2, h2), line, 80)));

    var paragraph = (Block.Paragraph) reader.read(scan("whatever")).blocks().getFirst();
    var box = paragraph.lines().getFirst().onPage();

    assertThat(paragraph.text()).isEqualTo("The company");
    assertThat(box.x() + box.width() / 2).isCloseTo(x + w / 2, within(0.03));
    assertThat(box.y() + box.height() / 2).isCloseTo(y + h / 2, within(0.03));
  }

  @Test
  void whereNothingIsInstalledAScanIsRefusedAndTheRemedyIsNamed() throws IOException {
    var reader = reader(Optional.empty());
    var file = scan("whatever");
    var refusal = catchThrowableOfType(UnreadableFileException.class, () -> reader.read(file));

    assertThat(refusal.reason()).isEqualTo(Reason.NO_TEXT);
    assertThat(refusal.remedy()).contains("Tesseract");
  }

  @Test
  void tesseractReadsAScan() throws IOException {
    assumeTrue(Tesseract.installed().isPresent(), "Tesseract is not installed");
    var reader =
        new RecognisingReader(new PdfReader()::read, new PdfPages()::scan, Tesseract::installed);

    var text = reader.read(scan("The annual meeting was held in Shanghai."));

    assertThat(text.blocks().toString()).contains("annual meeting");
    assertThat(text.flags())
        .singleElement()
        .satisfies(flag -> assertThat(flag.confidence()).isGreaterThan(50));
  }

  private static RecognisingReader reader(Optional<TextRecognition> recognition) {
    return new RecognisingReader(new PdfReader()::read, new PdfPages()::scan, () -> recognition);
  }

  private static Optional<TextRecognition> knowing(PrintedWord... words) {
    return Optional.of(
        new TextRecognition() {
          @Override
          public List<String> scripts() {
            return List.of("eng");
          }

          @Override
          public List<PrintedWord> words(byte[] png, int page, String script) {
            return List.of(words);
          }
        });
  }

  /// A page that is a picture of a line of text.
  private Path scan(String line) throws IOException {
    var picture = new BufferedImage(1240, 400, BufferedImage.TYPE_BYTE_GRAY);
    var drawing = picture.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    drawing.setColor(Color.BLACK);
    drawing.setFont(new Font(Font.SERIF, Font.PLAIN, 40));
    drawing.drawString(line, 100, 200);
    drawing.dispose();
    var file = folder.resolve("scan.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 500, 612, 200);
      }
      document.save(file.toFile());
    }
    return file;
  }
}
