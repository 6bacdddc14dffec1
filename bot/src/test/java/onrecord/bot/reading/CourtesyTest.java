package onrecord.bot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          尊敬的董秘,您好!请问公司2024年营业收入是多少?谢谢! | 公司2024年营业收入是多少?
          董秘您好,想请教一下毛利率的变化,感谢解答。 | 毛利率的变化,
          想了解下2025年三季度的净利润多少 | 2025年三季度的净利润多少
          我想知道存货有多少,盼复 | 存货有多少,
          麻烦问下贵公司的分红方案,期待您的答复,辛苦了! | 贵公司的分红方案,
          领导好,打扰了,咨询一下前三季度的研发费用。先谢谢了 | 前三季度的研发费用。
          公司的应收账款是多少谢谢 | 公司的应收账款是多少
          dear ir team, may i ask what revenue was in 2024? thanks in advance! | what revenue was in 2024?
          hi, just wondering how many employees you have? kind regards | how many employees you have?
          """)
  void whatIsOnlyPoliteIsLeftAside(String text, String asked) {
    assertThat(Courtesy.within(text).of(text)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "谢谢!",
        "您好",
        "感谢您的解答",
        "了解到公司签了新合同,金额是多少?",
        "公司对感谢信怎么处理?",
        "问询函回复了吗?",
        "下半年的收入确认政策是什么?"
      })
  void whatElseIsSaidStays(String text) {
    assertThat(Courtesy.within(text).of(text)).isEqualTo(text);
  }
}
