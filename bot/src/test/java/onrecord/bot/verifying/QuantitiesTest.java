package onrecord.bot.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onrecord.bot.finding.Figures;
import onrecord.bot.verifying.Quantity.Bound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Normalisation of numbers and units: what holds of any amount, over many drawn by a fixed seed.
class QuantitiesTest {

  private static final List<String> SCALES = List.of("", "千", "万", "百万", "千万", "亿");
  private static final int DRAWN = 500;

  static Stream<BigDecimal> amounts() {
    var random = new Random(20_251_120);
    return Stream.generate(
            () -> BigDecimal.valueOf(random.nextLong(1, 10_000_000_000L), random.nextInt(0, 5)))
        .limit(DRAWN);
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void anAmountIsTheSameInEveryUnitItIsWrittenIn(BigDecimal yuan) {
    var plain = one(yuan.toPlainString() + "元");
    for (var scale : SCALES) {
      var power = one("1" + scale + "元").value();
      var scaled = yuan.divide(power, yuan.scale() + 8, RoundingMode.UNNECESSARY);

      assertThat(one(scaled.toPlainString() + scale + "元")).isEqualTo(plain);
    }
    var millions = yuan.movePointLeft(6).toPlainString();
    assertThat(one("RMB " + millions + " million")).isEqualTo(plain);
    assertThat(one(millions + " million yuan")).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void separatorsAndTrailingZerosChangeNothing(BigDecimal value) {
    var plain = one(value.toPlainString() + "元");

    assertThat(one(Figures.grouped(value) + "元")).isEqualTo(plain);
    assertThat(one(value.setScale(value.scale() + 2).toPlainString() + "元")).isEqualTo(plain);
    assertThat(one(Figures.grouped(value).replace(",", "，") + " 元")).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void anotherDigitUnitOrBoundIsAnotherAmount(BigDecimal value) {
    var text = value.toPlainString();
    var plain = one(text + "元");

    assertThat(plain.isSameAs(one(value.add(value.ulp()).toPlainString() + "元"))).isFalse();
    assertThat(plain.isSameAs(one(text + "万元"))).isFalse();
    assertThat(plain.isSameAs(one(text + "美元"))).isFalse();
    assertThat(plain.isSameAs(one("约" + text + "元"))).isFalse();
    assertThat(plain.isSameAs(one("不超过" + text + "元"))).isFalse();
    assertThat(plain.isSameAs(one("-" + text + "元"))).isFalse();
    assertThat(one(text + "%").isSameAs(one(text + "个百分点"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "三家, 3, 家",
    "十二名, 12, 人",
    "两家, 2, 家",
    "一百零五人, 105, 人",
    "二十项, 20, 项",
    "'1,234户', 1234, 户"
  })
  void countsAreReadInNumeralsAndDigits(String text, String value, String measure) {
    var quantity = one(text);

    assertThat(quantity).isEqualTo(new Quantity(new BigDecimal(value), measure, Bound.EXACT));
  }

  @Test
  void whatBelongsToANameIsNoAmount() {
    assertThat(Quantities.in("H100和DeepSeek-R1以及ISO9001")).isEmpty();
  }

  private static Quantity one(String text) {
    assertThat(Quantities.in(text)).as(text).hasSize(1);
    return Quantities.in(text).getFirst().quantity();
  }
}
