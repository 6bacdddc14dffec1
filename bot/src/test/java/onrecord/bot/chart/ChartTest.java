package onrecord.bot.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import onrecord.bot.Answer.Comparison;
import onrecord.bot.Answer.Item;
import onrecord.bot.chart.Shape.Bar;
import onrecord.bot.chart.Shape.Text;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final Comparison PROFIT =
      new Comparison(
          "净利润",
          "万元",
          List.of(item("2022年", "-400.00"), item("2023年", "800.00"), item("2024年", "1,600.00")));

  private static Item item(String label, String value) {
    return new Item(label, new BigDecimal(value.replace(",", "")), 1);
  }

  private static List<Bar> bars(Comparison comparison) {
    return Layout.of(comparison).shapes().stream()
        .filter(Bar.class::isInstance)
        .map(Bar.class::cast)
        .toList();
  }

  @Test
  void barsAreAsLongAsTheirValues() {
    var bars = bars(PROFIT);

    assertThat(bars.get(2).width() / bars.get(1).width()).isEqualTo(1600.0 / 800);
    assertThat(bars.get(1).width() / bars.get(0).width()).isEqualTo(800.0 / 400);
  }

  @Test
  void aLossLiesOnTheOtherSideOfTheBaseline() {
    var bars = bars(PROFIT);

    assertThat(bars.get(0).negative()).isTrue();
    assertThat(bars.get(0).x() + bars.get(0).width()).isEqualTo(bars.get(1).x());
  }

  @Test
  void valuesAreShownDigitByDigit() {
    assertThat(Layout.of(PROFIT).shapes())
        .filteredOn(Text.class::isInstance)
        .extracting(shape -> ((Text) shape).words())
        .contains("-400.00", "800.00", "1,600.00");
  }

  @Test
  void aLongLabelIsCutBeforeItsValue() {
    var long1 = "面向大模型训练与微调任务按卡时或包月方式提供的加速计算资源及配套调度服务";
    var layout = Layout.of(new Comparison("收入", "万元", List.of(item(long1, "1"), item("其他", "2"))));

    assertThat(layout.shapes())
        .filteredOn(Text.class::isInstance)
        .extracting(shape -> ((Text) shape).words())
        .anyMatch(words -> words.endsWith("…") && long1.startsWith(words.replace("…", "")));
  }

  @Test
  void nothingButZeroesHasBarsWithoutLength() {
    var zeroes = new Comparison("收入", "元", List.of(item("一", "0"), item("二", "0")));

    assertThat(bars(zeroes)).allMatch(bar -> bar.width() == 0);
  }

  @Test
  void anSvgIsWellFormedWhateverItsLabels() throws Exception {
    var svg = SvgChart.draw(new Comparison("A & B", "<元>", List.of(item("\"一\" < 二", "1"))));

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("A & B (<元>): \"一\" < 二 1");
  }

  @Test
  void anSvgHoldsNoStylesSinceAStrictPageTakesNone() {
    assertThat(SvgChart.draw(PROFIT)).doesNotContain("<style", "style=").contains("class=\"bar\"");
  }

  @Test
  void aPngHasTheGroundOfItsTheme() throws IOException {
    for (var theme : Theme.values()) {
      var image = ImageIO.read(new ByteArrayInputStream(PngChart.draw(PROFIT, theme)));

      assertThat(image.getRGB(2, 2) & 0xFFFFFF)
          .isEqualTo(Integer.decode(theme.ground()).intValue());
    }
  }
}
