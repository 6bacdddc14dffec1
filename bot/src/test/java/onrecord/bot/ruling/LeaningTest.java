package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import onrecord.bot.Intent;
import onrecord.bot.Reading;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaningTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 11, 20);
  private static final Prompts PROMPTS = Prompts.bundled();
  private static final Leaning LEANING =
      new Leaning(PROMPTS.policy().leaning(), PROMPTS.glossary());

  private static Reading.Part part(String text) {
    return new Reading.Part(
        text, text, Intent.FACT, List.of(), List.of(), "", Set.of(), null, List.of(), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "新产线还要多久才能赚钱",
        "库存还得消化几个季度",
        "后面价格会不会继续往下走",
        "how many more quarters until the plant turns a profit?"
      })
  void whatIsStillToComeLeansAhead(String question) {
    assertThat(LEANING.degree(part(question), TODAY))
        .isGreaterThan(PROMPTS.policy().thresholds().leansUnanswered());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "公司的办公地址在哪里",
        "去年的审计费用是多少",
        "前五大供应商是谁",
        "which bank lent the money?",
        "合同约定的付款方式是什么"
      })
  void aFactDoesNot(String question) {
    assertThat(LEANING.degree(part(question), TODAY))
        .isLessThan(PROMPTS.policy().thresholds().leansUnanswered());
  }

  @Test
  void ofMetricsPeriodsAndNumbersOnlyTheirKindCounts() {
    assertThat(Traces.of(part("营业收入是12.5亿吗"), TODAY, PROMPTS.glossary()))
        .isEqualTo(Traces.of(part("净利润是3亿吗?"), TODAY, PROMPTS.glossary()));
  }
}
