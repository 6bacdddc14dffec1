package onrecord.bot.finding;

import static onrecord.corpus.ReportingPeriod.firstQuarters;
import static onrecord.corpus.ReportingPeriod.half;
import static onrecord.corpus.ReportingPeriod.quarter;
import static onrecord.corpus.ReportingPeriod.year;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import onrecord.bot.finding.FigureFinder.Wanted;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFinderTest {

  @TempDir Path directory;

  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = Ledger.in(directory);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void holdNineMonths() {
    ledger.holding(
        "QUARTERLY_REPORT",
        "2025-09",
        "2025-10-28",
        """
        # 2025年第三季度报告

        ## 一、主要财务数据

        单位：万元

        | 项目 | 2025年7-9月 | 2025年1-9月 |
        |---|---|---|
        | 营业收入 | 29,706.25 | 80,914.65 |

        ## 二、分产品情况

        单位：万元

        | 产品 | 营业收入 | 营业成本 |
        |---|---|---|
        | 智能算力服务 | 51,000.00 | 30,000.00 |
        | 科学算力服务 | 20,000.00 | 12,000.00 |
        """);
  }

  @Test
  void theNineMonthsAndTheThirdQuarterAreNeverTakenForOneAnother() {
    holdNineMonths();

    assertThat(printed(revenue("", firstQuarters(2025, 3)))).first().isEqualTo("80,914.65");
    assertThat(printed(revenue("", firstQuarters(2025, 3)))).doesNotContain("29,706.25");
    assertThat(printed(revenue("", quarter(2025, 3)))).containsOnly("29,706.25");
  }

  @Test
  void aPeriodThatIsNotStatedHasNoFigure() {
    holdNineMonths();

    assertThat(printed(revenue("", half(2025, 1)))).isEmpty();
    assertThat(printed(revenue("", firstQuarters(2024, 3)))).isEmpty();
    assertThat(printed(revenue("", year(2025)))).isEmpty();
  }

  @Test
  void withoutAPeriodTheNewestFigureIsFoundTheLongerOfTwoThatEndTogether() {
    holdNineMonths();
    ledger.holding("INTERIM_REPORT", "2025-06", "2025-08-26", keyData("营业收入", "51,208.40"));

    assertThat(printed(revenue(""))).first().isEqualTo("80,914.65");
  }

  @Test
  void aSegmentsFigureIsFoundByItsNameAndNeverForTheWhole() {
    holdNineMonths();

    assertThat(printed(revenue("智能算力服务", firstQuarters(2025, 3)))).containsOnly("51,000.00");
    assertThat(printed(revenue("智能算力", firstQuarters(2025, 3))))
        .doesNotContain("20,000.00", "80,914.65");
    assertThat(printed(revenue("", firstQuarters(2025, 3))))
        .doesNotContain("51,000.00", "20,000.00");
  }

  @Test
  void aSegmentThatIsNotStatedHasNoFigure() {
    holdNineMonths();

    assertThat(printed(revenue("量子算力服务", firstQuarters(2025, 3)))).isEmpty();
  }

  @Test
  void anotherMetricOfALikeNameIsAnotherFigure() {
    ledger.holding("INTERIM_REPORT", "2025-06", "2025-08-26", keyData("营业总收入", "51,208.40"));

    assertThat(printed(revenue("", half(2025, 1)))).isEmpty();
  }

  @Test
  void theParentCompanysFigureIsFoundOnlyWhereItIsAskedFor() {
    ledger.holding(
        "INTERIM_REPORT",
        "2025-06",
        "2025-08-26",
        keyData("营业收入", "51,208.40")
            + """

            ## 二、母公司利润表

            单位：万元

            | 项目 | 2025年1-6月 |
            |---|---|
            | 营业收入 | 40,100.00 |
            """);

    assertThat(printed(revenue("", half(2025, 1)))).containsOnly("51,208.40");
    assertThat(
            printed(
                new Wanted(List.of("营业收入"), Metric.Nature.FLOW, "", List.of(half(2025, 1)), true)))
        .containsOnly("40,100.00");
  }

  @Test
  void aBalanceIsFoundForThePeriodThatEndsOnItsDay() {
    ledger.holding(
        "INTERIM_REPORT",
        "2025-06",
        "2025-08-26",
        """
        # 2025年半年度报告

        ## 一、合并资产负债表

        单位：万元

        | 项目 | 2025年6月30日 | 2024年12月31日 |
        |---|---|---|
        | 应收账款 | 9,100.00 | 7,200.00 |
        """);
    var receivables =
        new Wanted(List.of("应收账款"), Metric.Nature.BALANCE, "", List.of(half(2025, 1)), false);

    assertThat(printed(receivables)).containsOnly("9,100.00");
    assertThat(printed(receivables.in(List.of(year(2024))))).containsOnly("7,200.00");
  }

  @Test
  void theReportComesBeforeWhatWasForecast() {
    ledger.holding("PERFORMANCE_FORECAST", "2025-06", "2025-07-15", keyData("营业收入", "50,000.00"));
    ledger.holding("INTERIM_REPORT", "2025-06", "2025-08-26", keyData("营业收入", "51,208.40"));

    assertThat(printed(revenue("", half(2025, 1)))).first().isEqualTo("51,208.40");
  }

  @Test
  void whatIsPublishedLaterIsNotFoundBefore() {
    ledger.holding("INTERIM_REPORT", "2025-06", "2025-08-26", keyData("营业收入", "51,208.40"));
    var dayBefore = Instant.parse("2025-08-25T16:00:00Z");

    assertThat(ledger.finder().find(revenue("", half(2025, 1)), Ledger.ISSUER, dayBefore))
        .isEmpty();
  }

  @Test
  void eachPeriodAskedForHasItsOwnList() {
    holdNineMonths();
    ledger.holding("INTERIM_REPORT", "2025-06", "2025-08-26", keyData("营业收入", "51,208.40"));

    var found =
        ledger
            .finder()
            .find(
                revenue("", half(2025, 1), quarter(2025, 3), year(2025)),
                Ledger.ISSUER,
                Ledger.ASKED);

    assertThat(found)
        .extracting(list -> list.getFirst().figure().printed())
        .containsExactly("51,208.40", "29,706.25");
  }

  private static String keyData(String metric, String value) {
    return """
    # 2025年半年度报告

    ## 一、主要会计数据

    单位：万元

    | 项目 | 2025年1-6月 |
    |---|---|
    | %s | %s |
    """
        .formatted(metric, value);
  }

  private static Wanted revenue(String segment, ReportingPeriod... periods) {
    return new Wanted(List.of("营业收入"), Metric.Nature.FLOW, segment, List.of(periods), false);
  }

  private List<String> printed(Wanted wanted) {
    return ledger.finder().find(wanted, Ledger.ISSUER, Ledger.ASKED).stream()
        .flatMap(List::stream)
        .map(found -> found.figure().printed())
        .toList();
  }
}
