package onrecord.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

  private static final Map<String, BigDecimal> VALUES =
      Map.of("甲", new BigDecimal("12"), "乙", new BigDecimal("4"), "丙", new BigDecimal("2"));
  private static final Map<String, String> FIGURES = Map.of("甲", "12.00", "乙", "4.00", "丙", "2.00");

  @ParameterizedTest
  @CsvSource({
    "甲 + 乙 * 丙, 20, 12.00 + 4.00 * 2.00",
    "(甲 + 乙) * 丙, 32, (12.00 + 4.00) * 2.00",
    "甲 - 乙 - 丙, 6, 12.00 - 4.00 - 2.00",
    "甲 - (乙 - 丙), 10, 12.00 - (4.00 - 2.00)",
    "甲 / 乙 / 丙, 1.5, 12.00 / 4.00 / 2.00",
    "甲 / (乙 * 丙), 1.5, 12.00 / (4.00 * 2.00)",
    "(甲-乙)/丙, 4, (12.00 - 4.00) / 2.00",
    "甲, 12, 12.00",
  })
  void aFormulaIsComputedAndWrittenOut(String text, BigDecimal value, String written) {
    var formula = Formula.parse(text);
    assertThat(formula.evaluate(VALUES)).isEqualByComparingTo(value);
    assertThat(formula.write(FIGURES)).isEqualTo(written);
  }

  @Test
  void itHoldsNumbersAndFiguresOfEarlierYears() {
    var formula = Formula.parse("365 * (甲@1 + 甲) / 2 / 乙");
    assertThat(formula.metrics()).containsExactly("甲", "乙");
    assertThat(formula.operands())
        .extracting(Formula.Operand::key)
        .containsExactly("甲@1", "甲", "乙");
    assertThat(
            formula.evaluate(
                Map.of(
                    "甲@1", new BigDecimal("8"),
                    "甲", new BigDecimal("12"),
                    "乙", new BigDecimal("4"))))
        .isEqualByComparingTo("912.5");
    assertThat(formula.write(Map.of("甲@1", "8.0", "甲", "12.0", "乙", "4.0")))
        .isEqualTo("365 * (8.0 + 12.0) / 2 / 4.0");
  }

  @Test
  void itsMetricsAreNamedOnceInOrder() {
    assertThat(Formula.parse("(营业收入 - 营业成本) / 营业收入").metrics()).containsExactly("营业收入", "营业成本");
  }

  @ParameterizedTest
  @CsvSource({
    "'', the end at character 1",
    "甲 +, the end at character 4",
    "(甲 + 乙, the end at character 7",
    "甲 乙, '''乙'' at character 3'",
    "甲 + * 乙, '''*'' at character 5'",
    "甲), ''')'' at character 2'",
  })
  void whatIsNoFormulaIsRefusedWithItsPlace(String text, String place) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unexpected " + place);
  }

  @Test
  void aMissingValueIsRefused() {
    assertThatThrownBy(() -> Formula.parse("甲 / 丁").evaluate(VALUES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("丁");
  }
}
