package onrecord.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {

  private static final Prompts PROMPTS = Prompts.bundled();

  @Test
  void resultsAreReferredToThePeriodicReports() {
    assertThat(PROMPTS.phrases("zh").say(Phrase.DEFER_RESULTS, Map.of("topic", "四季度及未来的业绩情况")))
        .isEqualTo("四季度及未来的业绩情况，请关注公司定期报告。");
  }

  @Test
  void otherEventsAreReferredToTheAnnouncementsToo() {
    assertThat(PROMPTS.phrases("zh").template(Phrase.DEFER_EVENTS))
        .isEqualTo("{topic}，请关注公司定期报告及相关公告。");
    assertThat(PROMPTS.phrases("en").template(Phrase.DEFER_EVENTS))
        .contains("periodic reports and announcements");
  }

  @Test
  void whatWasNotFoundIsNeverSaidNotToBe() {
    assertThat(PROMPTS.phrases("zh").template(Phrase.NOT_DISCLOSED))
        .contains("未查询到", "{reach}")
        .doesNotContain("公司没有");
    assertThat(PROMPTS.phrases("en").template(Phrase.NOT_DISCLOSED)).contains("was found in");
  }

  @ParameterizedTest
  @EnumSource(Phrase.class)
  void aPhraseIsWholeSentencesOrLeadsInAQuotationOrIsALineOfAList(Phrase phrase) {
    assertThat(PROMPTS.phrases("zh").template(phrase)).containsPattern("[。！：]$|^· ");
    assertThat(PROMPTS.phrases("en").template(phrase)).containsPattern("[.!:,]$|^· ");
  }

  @Test
  void traditionalChineseSaysTheSameInTraditionalCharacters() {
    assertThat(PROMPTS.phrases("zh-Hant").say(Phrase.DEFER_RESULTS, Map.of("topic", "未來的業績情況")))
        .isEqualTo("未來的業績情況，請關注公司定期報告。");
    assertThat(PROMPTS.phrases("zh-Hant").label("kind.ANNUAL_REPORT")).isEqualTo("年度報告");
  }

  @ParameterizedTest
  @CsvSource({
    "发布, 發佈",
    "业绩, 業績",
    "净利润, 淨利潤",
    "回复函, 回覆函",
    "恢复生产, 恢復生產",
    "复合增长率, 複合增長率",
    "编制依据, 編製依據",
    "并购重组, 併購重組",
    "余额, 餘額",
    "核准, 核准",
    "会计准则, 會計準則",
    "生物制品, 生物製品",
    "体制, 體制",
  })
  void wordsOfFinanceAreSpeltAsTraditionalReadersSpellThem(String simplified, String traditional) {
    assertThat(PROMPTS.phrases("zh-Hant").spell(simplified)).isEqualTo(traditional);
    assertThat(PROMPTS.phrases("zh").spell(simplified)).isEqualTo(simplified);
  }

  @Test
  void namesOfVariablesStayAsTheyAreInTraditionalChinese() {
    for (var phrase : Phrase.values()) {
      for (var variable : phrase.variables()) {
        assertThat(PROMPTS.phrases("zh-Hant").template(phrase)).contains("{" + variable + "}");
      }
    }
  }

  @Test
  void bracesInAValueAreNotFilledIn() {
    assertThat(PROMPTS.phrases("zh").say(Phrase.NEXT_REPORT, Map.of("report", "{due}", "due", "X")))
        .contains("{due}");
  }

  @Test
  void otherVariablesThanThePhraseHasAreRefused() {
    var chinese = PROMPTS.phrases("zh");
    assertThatThrownBy(() -> chinese.say(Phrase.DEFER_RESULTS, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[topic]");
    assertThatThrownBy(() -> chinese.say(Phrase.CLOSING, Map.of("topic", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelsWithVariablesAreFilledIn() {
    var quarter = Map.of("year", "2025", "quarter", PROMPTS.phrases("zh").label("quarter.3"));
    assertThat(PROMPTS.phrases("zh").label("period.quarter", quarter)).isEqualTo("2025年第三季度");
    var end = Map.of("year", "2025", "month", "September", "day", "30");
    assertThat(PROMPTS.phrases("en").label("period.end", end)).isEqualTo("30 September 2025");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "zh-Hant", "en"})
  void anUnknownLabelIsRefused(String language) {
    assertThatThrownBy(() -> PROMPTS.phrases(language).label("verdict.MAYBE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("verdict.MAYBE");
  }

  @Test
  void anUnknownLanguageIsRefused() {
    assertThatThrownBy(() -> PROMPTS.phrases("fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fr");
  }
}
