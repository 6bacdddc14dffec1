package onrecord.bot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import onrecord.bot.Answer.Comparison;

/// Draws a comparison as PNG, twice as large as it is laid out, for screens with fine dots.
public final class PngChart {

  private static final double SCALE = 2;

  private PngChart() {}

  public static byte[] draw(Comparison comparison, Theme theme) {
    var layout = Layout.of(comparison);
    var image =
        new BufferedImage(
            (int) Math.ceil(layout.width() * SCALE),
            (int) Math.ceil(layout.height() * SCALE),
            BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    try {
      draw(layout, theme, graphics);
    } finally {
      graphics.dispose();
    }
    return png(image);
  }

  private static void draw(Layout layout, Theme theme, Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    graphics.setColor(Color.decode(theme.ground()));
    graphics.fill(new Rectangle2D.Double(0, 0, layout.width(), layout.height()));
    for (var shape : layout.shapes()) {
      graphics.setColor(Color.decode(theme.of(shape)));
      draw(shape, graphics);
    }
  }

  private static void draw(Shape shape, Graphics2D graphics) {
    switch (shape) {
      case Shape.Bar bar ->
          graphics.fill(
              new RoundRectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height(), 4, 4));
      case Shape.Baseline line -> {
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(line.x(), line.top(), line.x(), line.bottom()));
      }
      case Shape.Text text -> {
        int weight = text.role() == Shape.Role.TITLE ? Font.BOLD : Font.PLAIN;
        // The logical font finds a Chinese one wherever the machine has one.
        graphics.setFont(
            new Font(Font.SANS_SERIF, weight, 1).deriveFont((float) text.role().size()));
        double width = graphics.getFontMetrics().stringWidth(text.words());
        double x = text.anchor() == Shape.Anchor.END ? text.x() - width : text.x();
        graphics.drawString(text.words(), (float) x, (float) text.y());
      }
    }
  }

  private static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a chart into memory", e);
    }
    return bytes.toByteArray();
  }
}
