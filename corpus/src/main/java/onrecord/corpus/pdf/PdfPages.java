package onrecord.corpus.pdf;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;
import onrecord.corpus.Box;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pictures of the pages of PDF files, with passages marked.
public final class PdfPages {

  private static final float POINTS_PER_INCH = 72;

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int PADDING_PIXELS = 2;
  private static final Color MARKER = new Color(255, 221, 0, 96);

  /// Large enough to be read on a screen; pages larger than about A2 are drawn smaller.
  private static final Fineness FOR_READING = new Fineness(110, 6_000_000);

  /// Large enough for the text in a picture to be recognised.
  private static final Fineness FOR_RECOGNITION = new Fineness(300, 12_000_000);

  private record Fineness(float dotsPerInch, double mostPixels) {

    float scale(PDRectangle page) {
      var usual = dotsPerInch / POINTS_PER_INCH;
      var pixels = (double) page.getWidth() * page.getHeight() * usual * usual;
      return pixels <= mostPixels ? usual : (float) (usual * Math.sqrt(mostPixels / pixels));
    }
  }

  /// A page as a PNG image of about 110 dots an inch.
  ///
  /// @param page from 1
  /// @param marked what to mark; boxes on other pages are passed over
  /// @throws IllegalArgumentException if the file has no such page
  /// @throws onrecord.corpus.document.UnreadableFileException if it cannot be drawn
  public byte[] png(Path file, int page, List<Box> marked) {
    var picture = picture(file, page, FOR_READING);
    mark(picture, marked.stream().filter(box -> box.page() == page).toList());
    return png(picture);
  }

  /// A page as a PNG image in which its text can be recognised.
  ///
  /// @param page from 1
  /// @throws IllegalArgumentException if the file has no such page
  /// @throws onrecord.corpus.document.UnreadableFileException if it cannot be drawn
  public byte[] scan(Path file, int page) {
    return png(picture(file, page, FOR_RECOGNITION));
  }

  private static BufferedImage picture(Path file, int page, Fineness fineness) {
    var image = Guarded.run(file, LONGEST, () -> image(file, page, fineness));
    if (image.isEmpty()) {
      throw new IllegalArgumentException(file.getFileName() + " has no page " + page);
    }
    return image.getFirst();
  }

  /// The picture of a page; nothing if there is no such page.
  private static List<BufferedImage> image(Path file, int page, Fineness fineness)
      throws IOException {
    try (var document = PdfReader.open(file)) {
      if (page < 1 || page > document.getNumberOfPages()) {
        return List.of();
      }
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return List.of(
          renderer.renderImage(
              page - 1, fineness.scale(document.getPage(page - 1).getCropBox()), ImageType.RGB));
    }
  }

  private static void mark(BufferedImage picture, List<Box> boxes) {
    var graphics = picture.createGraphics();
    try {
      graphics.setColor(MARKER);
      for (var box : linesOf(boxes)) {
        graphics.fill(
            new Rectangle2D.Double(
                box.x() * picture.getWidth() - PADDING_PIXELS,
                box.y() * picture.getHeight() - PADDING_PIXELS,
                box.width() * picture.getWidth() + 2 * PADDING_PIXELS,
                box.height() * picture.getHeight() + 2 * PADDING_PIXELS));
      }
    } finally {
      graphics.dispose();
    }
  }

  /// Boxes whose middles are less than half a line apart are one, so that no place is marked twice.
  private static List<Box> linesOf(List<Box> boxes) {
    var sorted = new ArrayList<>(boxes);
    sorted.sort(Comparator.comparingDouble(PdfPages::middle));
    var lines = new ArrayList<Box>();
    for (var box : sorted) {
      var isSameLine =
          !lines.isEmpty()
              && middle(box) - middle(lines.getLast())
                  < Math.min(box.height(), lines.getLast().height()) / 2;
      if (isSameLine) {
        lines.set(lines.size() - 1, lines.getLast().union(box));
      } else {
        lines.add(box);
      }
    }
    return lines;
  }

  private static double middle(Box box) {
    return box.y() + box.height() / 2;
  }

  private static byte[] png(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new AssertionError("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
