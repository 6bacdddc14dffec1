package onrecord.retrieval.measure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import onrecord.retrieval.measure.Curves.Curve;
import onrecord.retrieval.measure.Curves.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class CurvesTest {

  @Test
  void sizesTenTimesApartStandAtEvenStepsAndTheHighestPointAtTheTop() throws Exception {
    var points = List.of(new Point(10_000, 2), new Point(100_000, 4), new Point(1_000_000, 8));
    var drawn =
        drawn(new Curves("latency", "passages", "ms", List.of(new Curve("median", points))));

    var line = (Element) drawn.getElementsByTagName("polyline").item(0);
    assertThat(line.getAttribute("points")).isEqualTo("60.0,240.0 320.0,180.0 580.0,60.0");
    assertThat(drawn.getElementsByTagName("circle").getLength()).isEqualTo(3);
  }

  @Test
  void oneSizeIsDrawnToo() throws Exception {
    var curve = new Curve("median", List.of(new Point(10_000, 0)));

    assertThat(drawn(new Curves("latency", "passages", "ms", List.of(curve))))
        .isInstanceOf(Document.class);
  }

  private static Document drawn(Curves curves) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(curves.svg().getBytes(UTF_8)));
  }
}
