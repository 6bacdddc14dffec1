package onrecord.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import onrecord.corpus.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {

  @TempDir Path folder;

  @Test
  void whatIsMarkedShowsYellowAndTheRestStaysWhite() throws Exception {
    try (var pdf = new DrawnPdf()) {
      var file = pdf.text(60, 100, "Marked").save(folder.resolve("page.pdf"));

      var picture = picture(file, List.of(new Box(1, 0.5, 0.5, 0.1, 0.02)));

      assertThat(picture.getWidth()).isBetween(900, 920);
      assertThat(colour(picture, 0.55, 0.51).getBlue()).isLessThan(200);
      assertThat(colour(picture, 0.55, 0.6)).isEqualTo(Color.WHITE);
    }
  }

  @Test
  void boxesOnOneLineAreMarkedOnce() throws Exception {
    try (var pdf = new DrawnPdf()) {
      var file = pdf.text(60, 100, "Marked").save(folder.resolve("page.pdf"));
      var once = new Box(1, 0.5, 0.5, 0.1, 0.02);
      var overlapping = new Box(1, 0.55, 0.501, 0.1, 0.02);

      var picture = picture(file, List.of(once, overlapping));

      assertThat(colour(picture, 0.57, 0.51)).isEqualTo(colour(picture, 0.52, 0.51));
    }
  }

  @Test
  void aPageThatTheFileDoesNotHaveIsWrongUse() throws Exception {
    try (var pdf = new DrawnPdf()) {
      var file = pdf.text(60, 100, "Only page").save(folder.resolve("page.pdf"));

      assertThatThrownBy(() -> new PdfPages().png(file, 2, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no page 2");
    }
  }

  private static BufferedImage picture(Path file, List<Box> marked) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(new PdfPages().png(file, 1, marked)));
  }

  private static Color colour(BufferedImage picture, double x, double y) {
    return new Color(
        picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
  }
}
