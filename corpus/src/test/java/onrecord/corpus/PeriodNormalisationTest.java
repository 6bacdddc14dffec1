package onrecord.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import onrecord.corpus.ReportingCalendar.Tense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of any period, over many drawn by a fixed seed: however it is named, it is the same.
class PeriodNormalisationTest {

  private static final ReportingCalendar CALENDAR =
      new ReportingCalendar(LocalDate.of(2031, 6, 1), ReportingPeriod.quarter(2031, 1));
  private static final int DRAWN = 200;

  /// A period with the names that it goes by.
  record Named(ReportingPeriod period, List<String> names) {}

  static Stream<Named> periods() {
    var random = new Random(20_251_120);
    return Stream.generate(() -> named(random.nextInt(1995, 2031), random.nextInt(9))).limit(DRAWN);
  }

  private static Named named(int year, int kind) {
    return switch (kind) {
      case 0 ->
          new Named(
              ReportingPeriod.year(year),
              List.of(year + "年", year + "年度", year + "年全年", "fiscal " + year));
      case 1 ->
          new Named(
              ReportingPeriod.half(year, 1),
              List.of(year + "年上半年", year + "年1-6月", "H1 " + year, "first half of " + year));
      case 2 ->
          new Named(
              ReportingPeriod.half(year, 2), List.of(year + "年下半年", "second half of " + year));
      case 3 ->
          new Named(
              ReportingPeriod.firstQuarters(year, 3),
              List.of(year + "年前三季度", year + "年1-9月", year + "年一至九月"));
      case 4 ->
          new Named(
              ReportingPeriod.at(LocalDate.of(year, 12, 31)),
              List.of(year + "年12月31日", year + "年末", year + "年底", "December 31, " + year));
      default ->
          new Named(
              ReportingPeriod.quarter(year, kind - 4),
              List.of(
                  year + "年第" + "一二三四".charAt(kind - 5) + "季度",
                  year + "年" + "一二三四".charAt(kind - 5) + "季度",
                  year + "年Q" + (kind - 4),
                  "Q" + (kind - 4) + " " + year));
    };
  }

  @ParameterizedTest
  @MethodSource("periods")
  void everyNameOfAPeriodMeansIt(Named named) {
    for (var name : named.names()) {
      assertThat(read(name)).as(name).containsExactly(named.period());
    }
  }

  @ParameterizedTest
  @MethodSource("periods")
  void aNamedPeriodMeansTheSameWheneverItIsSaid(Named named) {
    var before = new ReportingCalendar(LocalDate.of(1994, 1, 1), null);
    for (var name : named.names()) {
      for (var tense : Tense.values()) {
        assertThat(PeriodMention.in(name).getFirst().resolve(before, tense))
            .as(name)
            .isEqualTo(named.period());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("periods")
  void wordsAroundAPeriodDoNotChangeIt(Named named) {
    for (var name : named.names()) {
      assertThat(read("公司" + name + "的营业收入是多少")).as(name).containsExactly(named.period());
    }
  }

  @ParameterizedTest
  @MethodSource("periods")
  void yearsThereAndBackLeadToTheSamePeriod(Named named) {
    assertThat(named.period().plusYears(3).plusYears(-3)).isEqualTo(named.period());
    assertThat(named.period().plusYears(1).basis()).isEqualTo(named.period().basis());
  }

  @Test
  void nineMonthsAreNeverTheThirdQuarter() {
    for (int year = 1995; year <= 2030; year++) {
      assertThat(read(year + "年前三季度")).isNotEqualTo(read(year + "年第三季度"));
    }
  }

  private static List<ReportingPeriod> read(String text) {
    return PeriodMention.in(text).stream()
        .map(mention -> mention.resolve(CALENDAR, Tense.STATED))
        .toList();
  }
}
