package onrecord.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import onrecord.corpus.ReportingCalendar.Tense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodMentionTest {

  /// After the third quarter's report of 2025.
  private static final ReportingCalendar NOVEMBER =
      new ReportingCalendar(LocalDate.of(2025, 11, 21), ReportingPeriod.firstQuarters(2025, 3));

  /// After the annual report of 2020, before the first quarter's of 2021.
  private static final ReportingCalendar APRIL =
      new ReportingCalendar(LocalDate.of(2021, 4, 24), ReportingPeriod.year(2020));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025年前三季度 | 2025-09 YEAR_TO_DATE",
        "2025年第三季度 | 2025-09 SINGLE_QUARTER",
        "2025年三季度末 | 2025-09-30 INSTANT",
        "2025年三季报 | 2025-09 YEAR_TO_DATE",
        "2025年1-9月 | 2025-09 YEAR_TO_DATE",
        "2025年7—9月份 | 2025-09 SINGLE_QUARTER",
        "2025年一至六月 | 2025-06 HALF",
        "2025年中报 | 2025-06 HALF",
        "2024年度 | 2024-12 FULL_YEAR",
        "2024年年度报告 | 2024-12 FULL_YEAR",
        "2024年年底 | 2024-12-31 INSTANT",
        "2024年末 | 2024-12-31 INSTANT",
        "2024年初 | 2023-12-31 INSTANT",
        "2024年6月末 | 2024-06-30 INSTANT",
        "2025年11月19日 | 2025-11-19 INSTANT",
        "2025-11-20 | 2025-11-20 INSTANT",
        "二〇二四年上半年 | 2024-06 HALF",
        "18年 | 2018-12 FULL_YEAR",
        "2024 | 2024-12 FULL_YEAR",
        "今年 | 2025-12 FULL_YEAR",
        "去年前三季度 | 2024-09 YEAR_TO_DATE",
        "前年 | 2023-12 FULL_YEAR",
        "明年一季度 | 2026-03 SINGLE_QUARTER",
        "后年 | 2027-12 FULL_YEAR",
        "上季度 | 2025-09 SINGLE_QUARTER",
        "下季度 | 2026-03 SINGLE_QUARTER",
        "本季度 | 2025-12 SINGLE_QUARTER",
        "下个月 | 2025-12 SINGLE_QUARTER",
        "明天 | 2025-11-22 INSTANT",
        "报告期 | 2025-09 YEAR_TO_DATE",
        "期末 | 2025-09-30 INSTANT",
        "年末 | 2024-12-31 INSTANT",
        "年报 | 2024-12 FULL_YEAR",
        "全年 | 2025-12 FULL_YEAR",
        "Q3 | 2025-09 SINGLE_QUARTER",
        "4Q24 | 2024-12 SINGLE_QUARTER",
        "2025Q3 | 2025-09 SINGLE_QUARTER",
        "1H25 | 2025-06 HALF",
        "FY22 | 2022-12 FULL_YEAR",
        "fiscal 2022 | 2022-12 FULL_YEAR",
        "the third quarter of 2023 | 2023-09 SINGLE_QUARTER",
        "first nine months of 2025 | 2025-09 YEAR_TO_DATE",
        "nine months ended September 30, 2025 | 2025-09 YEAR_TO_DATE",
        "three months ended June 30, 2025 | 2025-06 SINGLE_QUARTER",
        "December 31, 2022 | 2022-12-31 INSTANT",
        "end of 2022 | 2022-12-31 INSTANT",
        "last year | 2024-12 FULL_YEAR",
        "next year | 2026-12 FULL_YEAR",
        "the first half of 2024 | 2024-06 HALF"
      })
  void aPhraseNamesAPeriod(String phrase, String expected) {
    assertThat(resolved(phrase, NOVEMBER, Tense.STATED)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2023—2028年, 2023-01-01, 2028-12-31",
    "2023年到2025年, 2023-01-01, 2025-12-31",
    "未来三年, 2026-01-01, 2028-12-31",
    "近三年, 2022-01-01, 2024-12-31",
    "past five years, 2020-01-01, 2024-12-31",
    "next three years, 2026-01-01, 2028-12-31",
    "from 2020 to 2022, 2020-01-01, 2022-12-31"
  })
  void aStretchOfYearsIsOnePeriod(String phrase, LocalDate start, LocalDate end) {
    var period = PeriodMention.in(phrase).getFirst().resolve(NOVEMBER, Tense.STATED);

    assertThat(period).isEqualTo(new ReportingPeriod(start, end, Basis.FULL_YEAR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "总股本20.50亿股",
        "公告编号2025-137",
        "2000万元",
        "600201",
        "10年期国债",
        "成立5年来",
        "三项业务",
        "1,999,000.00元",
        "may grow"
      })
  void otherNumbersAreNoPeriods(String text) {
    assertThat(PeriodMention.in(text)).isEmpty();
  }

  @Test
  void aYearStandingApartBelongsToThePartInItsClause() {
    assertThat(resolved("今年公司前三季度收入", NOVEMBER, Tense.STATED))
        .containsExactly("2025-09 YEAR_TO_DATE");
    assertThat(resolved("二季度净利润多少（2020）", NOVEMBER, Tense.STATED))
        .containsExactly("2020-06 SINGLE_QUARTER");
    assertThat(resolved("2024年末余额是多少，三季度末呢", NOVEMBER, Tense.STATED))
        .containsExactly("2024-12-31 INSTANT", "2024-09-30 INSTANT");
  }

  @Test
  void theSamePeriodOfTheYearBeforeShiftsTheOneSpokenOf() {
    assertThat(resolved("2023年前三季度营收，去年同期呢", NOVEMBER, Tense.STATED))
        .containsExactly("2023-09 YEAR_TO_DATE", "2022-09 YEAR_TO_DATE");
    assertThat(resolved("去年同期", NOVEMBER, Tense.STATED)).containsExactly("2024-09 YEAR_TO_DATE");
    var before = PeriodMention.of(ReportingPeriod.quarter(2023, 2));
    assertThat(PeriodMention.in("那上一年呢", before).getFirst().resolve(NOVEMBER, Tense.STATED))
        .isEqualTo(ReportingPeriod.quarter(2022, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "四季度, PAST, 2024-12 SINGLE_QUARTER",
    "四季度, STATED, 2025-12 SINGLE_QUARTER",
    "四季度, RUNNING, 2025-12 SINGLE_QUARTER",
    "四季度, AHEAD, 2025-12 SINGLE_QUARTER",
    "一季度, STATED, 2025-03 SINGLE_QUARTER",
    "一季度, AHEAD, 2026-03 SINGLE_QUARTER",
    "前三季度, STATED, 2025-09 YEAR_TO_DATE",
    "全年, AHEAD, 2025-12 FULL_YEAR",
    "年底, AHEAD, 2025-12-31 INSTANT",
    "年报, AHEAD, 2025-12 FULL_YEAR"
  })
  void aMissingYearDependsOnHowTheSentenceLooksAtIt(String phrase, Tense tense, String expected) {
    assertThat(resolved(phrase, NOVEMBER, tense)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Q1, STATED, 2020-03 SINGLE_QUARTER",
    "Q1, RUNNING, 2021-03 SINGLE_QUARTER",
    "Q4, STATED, 2020-12 SINGLE_QUARTER",
    "四季度, PAST, 2020-12 SINGLE_QUARTER",
    "下半年, STATED, 2020-12 HALF",
    "年末, STATED, 2020-12-31 INSTANT",
    "一季报, AHEAD, 2021-03 SINGLE_QUARTER",
    "年报, STATED, 2020-12 FULL_YEAR"
  })
  void afterAnAnnualReportAMissingYearIsThatOfTheReport(
      String phrase, Tense tense, String expected) {
    assertThat(resolved(phrase, APRIL, tense)).containsExactly(expected);
  }

  @Test
  void aNamedYearIsTheSameWhoeverAsksAndWhenever() {
    var random = new Random(20_250_930);
    for (var i = 0; i < 500; i++) {
      var year = 1995 + random.nextInt(40);
      var quarter = 1 + random.nextInt(4);
      var calendar = anyCalendar(random);
      var tense = Tense.values()[random.nextInt(Tense.values().length)];
      assertThat(resolved(year + "年第" + quarter + "季度", calendar, tense))
          .containsExactly(ReportingPeriod.quarter(year, quarter).toString());
      assertThat(resolved("Q" + quarter + " " + year, calendar, tense))
          .containsExactly(ReportingPeriod.quarter(year, quarter).toString());
    }
  }

  @Test
  void aMissingYearNeverNamesAPeriodYetToBeginUnlessTheSentenceLooksAhead() {
    var random = new Random(7);
    for (var i = 0; i < 500; i++) {
      var calendar = anyCalendar(random);
      for (var phrase : List.of("一季度", "上半年", "前三季度", "四季度", "全年", "年末", "年报", "5月")) {
        for (var tense : List.of(Tense.PAST, Tense.RUNNING)) {
          var period = PeriodMention.in(phrase).getFirst().resolve(calendar, tense);
          assertThat(calendar.hasBegun(period)).as("%s %s %s", phrase, calendar, tense).isTrue();
        }
        var ahead = PeriodMention.in(phrase).getFirst().resolve(calendar, Tense.AHEAD);
        assertThat(calendar.isReported(ahead)).as("%s %s", phrase, calendar).isFalse();
      }
    }
  }

  @Test
  void mentionsStandInOrderWithTheirWords() {
    var text = "2024年营收多少？今年前三季度呢？Q4 2025 guidance?";
    var end = 0;
    for (var mention : PeriodMention.in(text)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.words());
      end = mention.end();
    }
    assertThat(PeriodMention.in(text)).hasSize(3);
  }

  private static ReportingCalendar anyCalendar(Random random) {
    var day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
    var ended = ReportingPeriod.firstQuarters(day.getYear() - 1, 1 + random.nextInt(4));
    return new ReportingCalendar(day, random.nextInt(5) == 0 ? null : ended);
  }

  private static List<String> resolved(String text, ReportingCalendar calendar, Tense tense) {
    return PeriodMention.in(text).stream()
        .map(mention -> mention.resolve(calendar, tense).toString())
        .toList();
  }
}
