package onrecord.bot.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;

class GistTest {

  private static final Rarity RARITY =
      Rarity.over(
          Stream.of("公司营业收入增长。", "公司净利润增长。", "公司与璇玑芯片完成适配测试。", "公司召开股东大会。", "公司订单增长。")
              .map(Given::prose));

  @Test
  void aTextThatHoldsAllThatIsAskedAboutIsCoveredWhole() {
    assertThat(coverage("璇玑芯片 适配测试", "公司已完成与璇玑芯片的适配测试。")).isEqualTo(1);
  }

  @Test
  void aTextThatHoldsNothingOfItIsNotCovered() {
    assertThat(coverage("璇玑芯片", "公司召开年度股东大会。")).isZero();
  }

  @Test
  void coverageGrowsWithEachThingThatIsHeld() {
    var half = coverage("璇玑芯片 适配测试", "公司采购璇玑芯片。");

    assertThat(half).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void aRareWordWeighsMoreThanACommonOne() {
    var rare = coverage("璇玑 增长", "璇玑");
    var common = coverage("璇玑 增长", "收入增长");

    assertThat(rare + common).isCloseTo(1, within(1e-9));
    assertThat(rare).isGreaterThan(common);
  }

  @Test
  void whatAsksOrAddressesIsNotPartOfIt() {
    assertThat(gist("请问贵公司的注册地址是什么？").concepts())
        .extracting(concept -> concept.names().getFirst())
        .noneMatch(name -> name.contains("请问") || name.contains("什么"))
        .anyMatch(name -> name.contains("注册地址"));
  }

  @Test
  void aMetricIsMetUnderAnyNameItIsPrintedBy() {
    assertThat(coverage("归母净利润", "归属于上市公司股东的净利润为5,127.08万元。")).isEqualTo(1);
  }

  @Test
  void aQuestionWithoutContentCoversNothing() {
    assertThat(gist("请问是什么？").isEmpty()).isTrue();
    assertThat(coverage("请问是什么？", "任何文字")).isZero();
  }

  private static double coverage(String asked, String text) {
    return gist(asked).coverage(text, RARITY);
  }

  private static Gist gist(String asked) {
    return Gist.of(Given.part(asked, List.of(), null), List.of(), Prompts.bundled().glossary());
  }
}
