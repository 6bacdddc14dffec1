package onrecord.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundledPromptsTest {

  private static final Prompts PROMPTS = Prompts.bundled();

  @Test
  void resultsAreReferredToThePeriodicReports() {
    assertThat(PROMPTS.phrases("zh").say(Phrase.DEFER_RESULTS, Map.of("topic", "四季度及未来的业绩情况")))
        .isEqualTo("四季度及未来的业绩情况，请关注公司定期报告。");
  }

  @Test
  void traditionalChineseIsWrittenWithTheWordsOfFinance() {
    var traditional = PROMPTS.phrases("zh-Hant");
    assertThat(traditional.say(Phrase.DEFER_RESULTS, Map.of("topic", "未來的業績情況")))
        .isEqualTo("未來的業績情況，請關注公司定期報告。");
  }
}
