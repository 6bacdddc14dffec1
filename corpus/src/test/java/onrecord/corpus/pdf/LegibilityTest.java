package onrecord.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LegibilityTest {

  private static final String CHINESE =
      "报告期内公司实现营业收入七亿三千万元，同比增长百分之六十九，主要原因是云服务业务规模扩大，客户数量增加，毛利率保持稳定。";
  private static final String TRADITIONAL =
      "報告期內公司實現營業收入七億三千萬元，同比增長百分之六十九，主要原因是雲服務業務規模擴大，客戶數量增加，毛利率保持穩定。";
  private static final String ENGLISH =
      "The company sells computing capacity to manufacturers and to banks, and it keeps its own data"
          + " centres in three provinces, two of which were opened this year, while none is planned"
          + " beyond them before the end of the next financial year.";

  @Test
  void textsInTheLanguagesOfDisclosuresAreLegible() {
    assertThat(isText(CHINESE)).isTrue();
    assertThat(isText(TRADITIONAL)).isTrue();
    assertThat(isText(ENGLISH)).isTrue();
    assertThat(isText(ENGLISH.toUpperCase(Locale.ROOT))).isTrue();
  }

  @Test
  void ideographsThatNobodyUsesAreNoText() {
    assertThat(isText(moved(CHINESE, 0x2345))).isFalse();
  }

  @Test
  void lettersInAShiftedCodeAreNoText() {
    assertThat(isText(moved(ENGLISH, -29))).isFalse();
  }

  @Test
  void chineseDecodedAsLatinIsNoText() {
    var bytes = CHINESE.repeat(3).getBytes(Charset.forName("GB18030"));

    assertThat(isText(new String(bytes, StandardCharsets.ISO_8859_1))).isFalse();
  }

  /// Each character some places further on, ideographs within the ideographs.
  private static String moved(String text, int by) {
    return text.chars()
        .map(c -> c >= 0x4E00 ? 0x4E00 + (c - 0x4E00 + by) % 0x5200 : c > 0x40 ? c + by : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isText(String text) {
    return Legibility.isText(
        text.chars().mapToObj(c -> new Glyph(Character.toString(c), 0, 0, 1, 1, false)).toList());
  }
}
