package onrecord.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  @ParameterizedTest
  @CsvSource({
    "营业收入为73400万元, 7.34亿元",
    "'营业收入为73,400.00万元', 7.34亿元",
    "'营业收入为734,000,000.00元', '73,400万元'",
    "营业收入为734百万元, 7.34亿元",
    "总股本为1.2亿股, '12,000万股'",
    "'员工514人', 514人",
    "同比增长36.570%, 36.57%",
    "'全称为星衡算力 科技', 星衡算力科技",
    "ＰＵＥ为1.18, PUE为1.18"
  })
  void aTextHoldsAFactInOtherUnitsAndPrints(String text, String fact) {
    assertThat(Facts.holds(text, List.of(fact))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "净利率为11.28%, 1.28%",
    "净利率为1.285%, 1.28%",
    "'营业收入为173,400万元', '73,400万元'",
    "营业收入为7.34亿元, 7.35亿元",
    "总股本为1.2亿股, 1.2亿元",
    "员工1514人, 514人",
    "'代码为9999991', 999999",
    "净利率为1.28个百分点, 1.28%"
  })
  void aLikeNumberIsAnotherFact(String text, String fact) {
    assertThat(Facts.holds(text, List.of(fact))).isFalse();
  }

  @Test
  void anyOfEquivalentWordingsWillDo() {
    assertThat(Facts.holds("董事会秘书为林知远。", List.of("Lin Zhiyuan", "林知远"))).isTrue();
    assertThat(Facts.holds("董事会秘书为方启明。", List.of("Lin Zhiyuan", "林知远"))).isFalse();
  }
}
