package onrecord.bot.finding;

import static onrecord.bot.finding.Given.calculation;
import static onrecord.corpus.ReportingPeriod.firstQuarters;
import static onrecord.corpus.ReportingPeriod.half;
import static onrecord.corpus.ReportingPeriod.quarter;
import static onrecord.corpus.ReportingPeriod.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Reading.Calculation.Operation;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalculatorTest {

  private static @Nullable Ledger ledger;

  @BeforeAll
  static void hold(@TempDir Path directory) {
    ledger =
        Ledger.in(directory)
            .holding(
                "ANNUAL_REPORT",
                "2024-12",
                "2025-04-22",
                """
                # 2024年年度报告

                ## 一、主要会计数据

                单位：元

                | 项目 | 2024年 | 2023年 | 2022年 |
                |---|---|---|---|
                | 营业收入 | 900,000,000.00 | 600,000,000.00 | 400,000,000.00 |
                | 营业成本 | 630,000,000.00 | 450,000,000.00 | 300,000,000.00 |
                | 经营活动产生的现金流量净额 | -90,000,000.00 | 60,000,000.00 | 10,000,000.00 |
                """)
            .holding(
                "INTERIM_REPORT",
                "2025-06",
                "2025-08-26",
                """
                # 2025年半年度报告

                ## 一、主要会计数据

                单位：万元

                | 项目 | 2025年1-6月 |
                |---|---|
                | 营业收入 | 51,208.40 |
                """)
            .holding(
                "QUARTERLY_REPORT",
                "2025-09",
                "2025-10-28",
                """
                # 2025年第三季度报告

                ## 一、主要会计数据

                单位：万元

                | 项目 | 2025年1-9月 | 2024年1-9月 |
                |---|---|---|
                | 营业收入 | 80,914.65 | 64,000.00 |
                | 销售费用 | 2,310.50 | 2,000.00 |
                | 管理费用 | 1,905.25 | 1,800.00 |
                """);
  }

  @AfterAll
  static void close() {
    if (ledger != null) {
      ledger.close();
    }
  }

  @Test
  void aShareIsShownInPerCentRoundedHalfUp() {
    assertThat(line("销售费用占营业收入", Operation.SHARE, periods(firstQuarters(2025, 3)), "销售费用", "营业收入"))
        .contains("2,310.50 / 80,914.65 × 100% = 2.86%");
  }

  @Test
  void aRatioIsShownInTimes() {
    assertThat(line("销售费用 管理费用", Operation.RATIO, periods(firstQuarters(2025, 3)), "销售费用", "管理费用"))
        .contains("2,310.50 / 1,905.25 = 1.21倍");
  }

  @Test
  void figuresAreAddedAndSubtractedInTheirOwnUnit() {
    var periods = periods(firstQuarters(2025, 3));

    assertThat(line("销售费用 管理费用", Operation.SUM, periods, "销售费用", "管理费用"))
        .contains("2,310.50 + 1,905.25 = 4215.75万元");
    assertThat(line("销售费用 管理费用", Operation.DIFFERENCE, periods, "销售费用", "管理费用"))
        .contains("2,310.50 - 1,905.25 = 405.25万元");
  }

  @Test
  void growthComparesWithTheSamePeriodOfTheYearBefore() {
    assertThat(line("营业收入", Operation.GROWTH, periods(firstQuarters(2025, 3))))
        .contains("(80,914.65 - 64,000.00) / 64,000.00 × 100% = 26.43%");
    assertThat(line("营业收入", Operation.CHANGE, periods(firstQuarters(2025, 3))))
        .contains("80,914.65 - 64,000.00 = 16914.65万元");
  }

  @Test
  void aNegativeBaseHasNoGrowth() {
    assertThat(line("经营活动产生的现金流量净额", Operation.GROWTH, periods(year(2025)))).isEmpty();
  }

  @Test
  void compoundGrowthRunsOverTheYearsBetween() {
    assertThat(line("营业收入", Operation.COMPOUND_GROWTH, periods(year(2022), year(2024))))
        .contains("(900,000,000.00 / 400,000,000.00)^(1/2) - 1 = 50.00%");
  }

  @Test
  void aSingleQuarterIsTheDifferenceOfTwoYearToDateFigures() {
    assertThat(line("营业收入", Operation.SINGLE_QUARTER, periods(quarter(2025, 3))))
        .contains("80,914.65 - 51,208.40 = 29706.25万元");
  }

  @Test
  void anAmountIsConvertedExactly() {
    assertThat(line("营业收入", Operation.CONVERT, periods(firstQuarters(2025, 3)), "亿元"))
        .contains("80,914.65 / 10,000 = 8.091465亿元");
  }

  @Test
  void aMetricThatIsNotDisclosedFollowsFromTheGlossarysFormula() {
    assertThat(line("毛利率", Operation.FORMULA, periods(year(2024))))
        .contains("(900,000,000.00 - 630,000,000.00) / 900,000,000.00 × 100% = 30.00%");
  }

  @Test
  void whereAnOperandIsNotDisclosedThereIsNoResult() {
    assertThat(line("研发费用占营业收入", Operation.SHARE, periods(firstQuarters(2025, 3)), "研发费用", "营业收入"))
        .isEmpty();
    assertThat(line("营业收入", Operation.SINGLE_QUARTER, periods(quarter(2025, 2)))).isEmpty();
    assertThat(line("毛利率", Operation.FORMULA, periods(half(2025, 1)))).isEmpty();
    assertThat(line("营业收入", Operation.GROWTH, periods(half(2025, 1)))).isEmpty();
  }

  @Test
  void figuresOfDifferentPeriodsAreNeverJoined() {
    assertThat(line("营业成本占营业收入", Operation.SHARE, periods(firstQuarters(2025, 3)), "营业成本", "营业收入"))
        .isEmpty();
  }

  @Test
  void everyOperandIsAFigureOfTheFormula() {
    var computation =
        compute("营业收入", Operation.SINGLE_QUARTER, periods(quarter(2025, 3))).orElseThrow();

    assertThat(computation.operands())
        .extracting(found -> found.figure().printed())
        .containsExactly("80,914.65", "51,208.40");
  }

  private static List<ReportingPeriod> periods(ReportingPeriod... periods) {
    return List.of(periods);
  }

  private static Optional<String> line(
      String text, Operation operation, List<ReportingPeriod> periods, String... operands) {
    return compute(text, operation, periods, operands)
        .map(result -> result.formula() + " = " + result.value().toPlainString() + result.unit());
  }

  private static Optional<Computation> compute(
      String text, Operation operation, List<ReportingPeriod> periods, String... operands) {
    var held = java.util.Objects.requireNonNull(ledger);
    return new Calculator(held.finder(), Prompts.bundled().glossary())
        .compute(
            Given.part(text, periods, calculation(operation, operands)),
            "",
            Ledger.ISSUER,
            Ledger.ASKED);
  }
}
