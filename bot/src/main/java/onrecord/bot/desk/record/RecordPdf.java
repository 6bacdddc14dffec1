package onrecord.bot.desk.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import onrecord.prompts.Phrasebook;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// A record as a PDF.
///
/// Its font is the standard Song of the Adobe-GB1 collection, which every viewer replaces by a
/// Chinese font of its own: none has to be installed where the file is written.
public final class RecordPdf {

  private static final float MARGIN = 56;
  private static final float LABEL_WIDTH = 96;
  private static final float SIZE = 10.5f;
  private static final float LINE = 17;
  private static final float PADDING = 6;
  private static final float TITLE_SIZE = 16;
  private static final COSName FONT = COSName.getPDFName("F");

  /// In thousandths of the size: the Latin letters of the font are half as wide as its characters.
  private static final int LATIN_WIDTH = 500;

  private final PDDocument document = new PDDocument();
  private final COSDictionary font = song();
  private StringBuilder drawing = new StringBuilder();
  private float y;

  private RecordPdf() {}

  public static void write(ActivityRecord record, Phrasebook words, OutputStream out) {
    var pdf = new RecordPdf();
    try (var document = pdf.document) {
      pdf.draw(RecordForm.of(record, words));
      document.getDocumentInformation().setTitle(RecordForm.of(record, words).title());
      document.save(out);
    } catch (IOException failure) {
      throw new UncheckedIOException("The record cannot be written", failure);
    }
  }

  private void draw(RecordForm form) throws IOException {
    begin();
    text(form.heading(), MARGIN, y, 9);
    y -= 36;
    for (var line : wrapped(form.title(), width(), TITLE_SIZE)) {
      text(line, MARGIN + (width() - measure(line, TITLE_SIZE)) / 2, y, TITLE_SIZE);
      y -= 24;
    }
    y -= 6;
    for (var row : form.rows()) {
      row(row);
    }
    end();
  }

  private static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /// A row of the table, continued on the next page where it does not fit.
  private void row(RecordForm.Row row) throws IOException {
    var label = wrapped(row.label(), LABEL_WIDTH - 2 * PADDING, SIZE);
    var lines = new ArrayList<String>();
    for (var paragraph : row.paragraphs()) {
      lines.addAll(wrapped(paragraph, width() - LABEL_WIDTH - 2 * PADDING, SIZE));
    }
    while (!label.isEmpty() || !lines.isEmpty()) {
      var room = (int) ((y - MARGIN - 2 * PADDING) / LINE);
      if (room < 1) {
        end();
        begin();
        continue;
      }
      var height = Math.min(room, Math.max(label.size(), lines.size()));
      cell(take(label, height), MARGIN, LABEL_WIDTH, height);
      cell(take(lines, height), MARGIN + LABEL_WIDTH, width() - LABEL_WIDTH, height);
      y -= height * LINE + 2 * PADDING;
    }
  }

  private static List<String> take(List<String> lines, int most) {
    var first = lines.subList(0, Math.min(most, lines.size()));
    var taken = List.copyOf(first);
    first.clear();
    return taken;
  }

  private void cell(List<String> lines, float x, float width, int height) {
    var tall = height * LINE + 2 * PADDING;
    drawing.append(
        String.format(Locale.ROOT, "0.6 w %.2f %.2f %.2f %.2f re S\n", x, y - tall, width, tall));
    var baseline = y - PADDING - SIZE - 1;
    for (var line : lines) {
      text(line, x + PADDING, baseline, SIZE);
      baseline -= LINE;
    }
  }

  private void text(String words, float x, float baseline, float size) {
    drawing.append(
        String.format(
            Locale.ROOT,
            "BT /F %.1f Tf %.2f %.2f Td <%s> Tj ET\n",
            size,
            x,
            baseline,
            HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE))));
  }

  private void begin() {
    drawing = new StringBuilder();
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void end() throws IOException {
    var page = new PDPage(PDRectangle.A4);
    var fonts = new COSDictionary();
    fonts.setItem(FONT, font);
    var resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    page.setResources(new PDResources(resources));
    var stream = new PDStream(document);
    try (var content = stream.createOutputStream(COSName.FLATE_DECODE)) {
      content.write(drawing.toString().getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(stream);
    document.addPage(page);
  }

  private static List<String> wrapped(String paragraph, float width, float size) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int at = 0;
        at < paragraph.length();
        at += Character.charCount(paragraph.codePointAt(at))) {
      var character = paragraph.codePointAt(at);
      if (measure(line.toString(), size) + width(character) * size > width) {
        lines.add(withoutBrokenWord(line, character));
      }
      line.appendCodePoint(character);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Ends a line before a Latin word or number that would be cut, and leaves the word in the next.
  private static String withoutBrokenWord(StringBuilder line, int next) {
    var end = line.length();
    if (isLatin(next)) {
      while (end > 0 && isLatin(line.charAt(end - 1))) {
        end--;
      }
    }
    var cut = end == 0 ? line.length() : end;
    var whole = line.substring(0, cut);
    line.delete(0, cut);
    return whole;
  }

  private static boolean isLatin(int character) {
    return character > ' ' && character < 128;
  }

  private static float measure(String words, float size) {
    return (float) words.codePoints().mapToDouble(RecordPdf::width).sum() * size;
  }

  private static float width(int character) {
    return character < 128 ? LATIN_WIDTH / 1_000f : 1;
  }

  private static COSDictionary song() {
    var information = new COSDictionary();
    information.setItem(COSName.REGISTRY, new COSString("Adobe"));
    information.setItem(COSName.ORDERING, new COSString("GB1"));
    information.setInt(COSName.SUPPLEMENT, 4);
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 6);
    descriptor.setItem(COSName.FONT_BBOX, array(-25, -254, 1000, 880));
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 880);
    descriptor.setInt(COSName.DESCENT, -120);
    descriptor.setInt(COSName.CAP_HEIGHT, 880);
    descriptor.setInt(COSName.STEM_V, 93);
    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, information);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1_000);
    descendant.setItem(COSName.W, array(1, 95, LATIN_WIDTH));
    var descendants = new COSArray();
    descendants.add(descendant);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UTF16-H");
    font.setName(COSName.ENCODING, "UniGB-UTF16-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  private static COSArray array(int... numbers) {
    var array = new COSArray();
    for (int number : numbers) {
      array.add(COSInteger.get(number));
    }
    return array;
  }
}
