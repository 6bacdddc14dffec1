package onrecord.prompts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class GlossaryTest {

  private static final Glossary GLOSSARY = Prompts.bundled().glossary();

  @ParameterizedTest
  @CsvFileSource(resources = "mentions.csv", numLinesToSkip = 1)
  void metricsAreFoundByWhatPeopleCallThem(String text, String metrics) {
    var found =
        GLOSSARY.mentions(text).stream()
            .map(m -> m.metric().id())
            .distinct()
            .collect(joining("; "));
    assertThat(found).isEqualTo(metrics == null ? "" : metrics);
  }

  @Test
  void aMentionKnowsWhereItStands() {
    var text = "2025年 ＥＰＳ 是多少";
    var mention = GLOSSARY.mentions(text).getFirst();
    assertThat(text.substring(mention.start(), mention.end())).isEqualTo("ＥＰＳ");
  }

  @Test
  void everyMetricHasAnEnglishName() {
    assertThat(GLOSSARY.metrics())
        .allSatisfy(metric -> assertThat(metric.english()).isNotEqualTo(metric.id()));
  }

  @Test
  void anEnglishNameIsWrittenAsWithinASentence() {
    assertThat(GLOSSARY.metric("营业收入")).get().extracting(Metric::english).isEqualTo("revenue");
    assertThat(GLOSSARY.metric("本期费用化研发投入"))
        .get()
        .extracting(Metric::english)
        .isEqualTo("expensed R&D investment");
  }

  @Test
  void everyNameLeadsToItsMetric() {
    for (var metric : GLOSSARY.metrics()) {
      for (var name : metric.asked()) {
        assertThat(GLOSSARY.mentions(name))
            .as(name)
            .extracting(m -> m.metric().id())
            .containsExactly(metric.id());
      }
    }
  }

  @Test
  void noNameIsPrintedForTwoMetrics() {
    var seen = new HashSet<String>();
    for (var metric : GLOSSARY.metrics()) {
      assertThat(metric.printed()).allMatch(seen::add);
    }
  }

  @Test
  void everyFormulaParsesAndHasAUnit() {
    for (var metric : GLOSSARY.metrics()) {
      if (metric.formula() != null) {
        assertThat(Formula.parse(metric.formula()).metrics())
            .allMatch(id -> GLOSSARY.metric(id).isPresent());
        assertThat(metric.formulaUnit()).isIn("%", "倍", "元", "元/股", "元/人");
      }
    }
  }

  @Test
  void theIncomeStatementsNetProfitIsAMetricOfItsOwn() {
    assertThat(GLOSSARY.metric("净利润")).get().extracting(Metric::printed).asList().contains("净利润");
    assertThat(GLOSSARY.metric("营业总收入")).isPresent();
    assertThat(GLOSSARY.metric("无此指标")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "平台接入DeepSeek没有, 深度求索",
    "接入深度求索没有, DeepSeek",
    "董秘是谁, 董事会秘书",
    "有没有转板的打算, transfer listing",
    "Who are the main customers?, 主要客户",
    "What is the renewal rate?, 续费率",
    "Where is the registered address?, 注册地址",
    "Who is the chairman?, 董事长",
    "What was revenue in 2024?, 营业收入",
  })
  void otherNamesOfATermAreFoundInBothLanguages(String text, String synonym) {
    assertThat(GLOSSARY.synonyms(text)).contains(synonym);
  }

  @Test
  void aTermIsNoSynonymOfItself() {
    assertThat(GLOSSARY.synonyms("董秘是谁")).doesNotContain("董秘");
    assertThat(GLOSSARY.synonyms("今天")).isEmpty();
  }

  @Test
  void theVocabularyHoldsEveryNameOnce() {
    assertThat(GLOSSARY.vocabulary())
        .contains("营收", "归属于上市公司股东的净利润", "diluted EPS", "董秘")
        .doesNotHaveDuplicates();
  }
}
