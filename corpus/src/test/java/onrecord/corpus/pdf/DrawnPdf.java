package onrecord.corpus.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
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
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// A PDF drawn by a test: text and lines at places counted in points from the top left corner.
///
/// Its Chinese font is one that readers know by name, so that no font file is needed; all its
/// characters are as wide as they are high.
final class DrawnPdf implements AutoCloseable {

  static final double SIZE = 10;

  private final PDDocument document = new PDDocument();
  private final PDFont plain = new PDType1Font(FontName.HELVETICA);
  private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private StringBuilder content = new StringBuilder();
  private PDPage page = new PDPage(PDRectangle.A4);

  DrawnPdf page() {
    finishPage();
    page = new PDPage(PDRectangle.A4);
    return this;
  }

  DrawnPdf rotated(int degrees) {
    page.setRotation(degrees);
    return this;
  }

  DrawnPdf text(double x, double y, String text) {
    return text(x, y, SIZE, text);
  }

  DrawnPdf text(double x, double y, double size, String text) {
    return isLatin(text) ? latin("Plain", x, y, size, text) : chinese(x, y, size, text);
  }

  DrawnPdf bold(double x, double y, String text) {
    return isLatin(text)
        ? latin("Bold", x, y, SIZE, text)
        : raw("2 Tr ").chinese(x, y, SIZE, text).raw("0 Tr ");
  }

  /// Text that ends at a place.
  DrawnPdf right(double x, double y, String text) {
    try {
      return text(x - plain.getStringWidth(text) / 1000 * SIZE, y, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DrawnPdf line(double x1, double y1, double x2, double y2) {
    return raw("%.2f %.2f m %.2f %.2f l S ".formatted(x1, up(y1), x2, up(y2)));
  }

  /// The lines of a table without merged cells.
  DrawnPdf grid(double[] xs, double[] ys) {
    for (var x : xs) {
      line(x, ys[0], x, ys[ys.length - 1]);
    }
    for (var y : ys) {
      line(xs[0], y, xs[xs.length - 1], y);
    }
    return this;
  }

  DrawnPdf raw(String operators) {
    content.append(operators);
    return this;
  }

  private DrawnPdf latin(String font, double x, double y, double size, String text) {
    var bytes = text.getBytes(Charset.forName("windows-1252"));
    return show(font, x, y, size, bytes);
  }

  private DrawnPdf chinese(double x, double y, double size, String text) {
    return show("Song", x, y, size, text.getBytes(StandardCharsets.UTF_16BE));
  }

  private DrawnPdf show(String font, double x, double y, double size, byte[] codes) {
    return raw(
        "BT /%s %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET "
            .formatted(font, size, x, up(y), HexFormat.of().formatHex(codes)));
  }

  private static boolean isLatin(String text) {
    return text.codePoints().allMatch(character -> character < 0x2E80);
  }

  private double up(double y) {
    return page.getMediaBox().getHeight() - y;
  }

  private void finishPage() {
    try {
      var stream = new PDStream(document);
      try (var out = stream.createOutputStream()) {
        out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
      }
      var resources = new PDResources();
      resources.put(COSName.getPDFName("Plain"), plain);
      resources.put(COSName.getPDFName("Bold"), bold);
      var fonts = (COSDictionary) resources.getCOSObject().getDictionaryObject(COSName.FONT);
      fonts.setItem(COSName.getPDFName("Song"), song());
      page.setResources(resources);
      page.setContents(stream);
      document.addPage(page);
      content = new StringBuilder();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static COSDictionary song() {
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setInt(COSName.SUPPLEMENT, 4);
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    var characters = new COSDictionary();
    characters.setItem(COSName.TYPE, COSName.FONT);
    characters.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    characters.setName(COSName.BASE_FONT, "STSong-Light");
    characters.setItem(COSName.CIDSYSTEMINFO, system);
    characters.setItem(COSName.FONT_DESC, descriptor);
    characters.setItem(COSName.DW, COSInteger.get(1000));
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UTF16-H");
    var descendants = new COSArray();
    descendants.add(characters);
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  Path save(Path file) {
    finishPage();
    try {
      document.save(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  Path saveEncrypted(Path file, String password) {
    finishPage();
    try {
      var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      document.save(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
