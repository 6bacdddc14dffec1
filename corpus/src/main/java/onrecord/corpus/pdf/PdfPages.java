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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pictures of the pages of PDF files, with passages marked.
public final class PdfPages {

  private static final float DOTS_PER_INCH = 110;
  private static final float POINTS_PER_INCH = 72;

  /// Pages larger than about A2 are drawn smaller.
  private static final double MOST_PIXELS = 6_000_000;

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int PADDING_PIXELS = 2;
  private static final Color MARKER = new Color(255, 221, 0, 96);

  /// A page as a PNG image of about 110 dots an inch.
  ///
  /// @param page from 1
  /// @param marked what to mark; boxes on other pages are passed over
  /// @throws IllegalArgumentException if the file has no such page
  /// @throws onrecord.corpus.document.UnreadableFileException if it cannot be drawn
  public byte[] png(Path file, int page, List<Box> marked) {
    var image = Guarded.run(file, LONGEST, () -> image(file, page));
    if (image.isEmpty()) {
      throw new IllegalArgumentException(file.getFileName() + " has no page " + page);
    }
    var picture = image.getFirst();
    mark(picture, marked.stream().filter(box -> box.page() == page).toList());
    return png(picture);
  }

  /// The picture of a page; nothing if there is no such page.
  private static List<BufferedImage> image(Path file, int page) throws IOException {
    try (var document = PdfReader.open(file)) {
      if (page < 1 || page > document.getNumberOfPages()) {
        return List.of();
      }
      var renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return List.of(renderer.renderImage(page - 1, scale(document, page), ImageType.RGB));
    }
  }

  private static float scale(PDDocument document, int page) {
    var crop = document.getPage(page - 1).getCropBox();
    var usual = DOTS_PER_INCH / POINTS_PER_INCH;
    var pixels = (double) crop.getWidth() * crop.getHeight() * usual * usual;
    return pixels <= MOST_PIXELS ? usual : (float) (usual * Math.sqrt(MOST_PIXELS / pixels));
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
