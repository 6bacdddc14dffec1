package onrecord.corpus.figures;

import static org.assertj.core.api.Assertions.assertThat;

import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit.Dimension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WordsTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/onrecord/corpus/figures/numerals.csv",
      useHeadersInDisplayName = true,
      delimiter = '|')
  void aCellHoldsANumberOrNone(String cell, @Nullable String value, @Nullable String unit) {
    var numeral = Numeral.read(cell);

    assertThat(numeral == null ? null : numeral.value().toPlainString()).isEqualTo(value);
    assertThat(numeral == null || numeral.unit() == null ? null : numeral.unit().printed())
        .isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/onrecord/corpus/figures/units.csv",
      useHeadersInDisplayName = true,
      delimiter = '|')
  void aCaptionStatesAUnit(
      String caption,
      @Nullable String printed,
      @Nullable Dimension dimension,
      @Nullable String scale) {
    var unit = UnitWords.ofCaption(PlainText.fold(caption), Currency.DOLLAR);

    assertThat(unit == null ? null : unit.printed()).isEqualTo(printed);
    assertThat(unit == null ? null : unit.dimension()).isEqualTo(dimension);
    assertThat(unit == null ? null : unit.scale().toPlainString()).isEqualTo(scale);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/onrecord/corpus/figures/headings.csv",
      useHeadersInDisplayName = true,
      delimiter = '|')
  void aHeadingNamesAPeriodRelativeToTheReport(
      String home, String heading, @Nullable String period) {
    var year = Integer.parseInt(home.substring(0, 4));
    var reported =
        switch (home.substring(4).strip()) {
          case "H1" -> ReportingPeriod.half(year, 1);
          case "9M" -> ReportingPeriod.firstQuarters(year, 3);
          default -> ReportingPeriod.year(year);
        };

    var named = PeriodWords.ofHeading(PlainText.fold(heading), FiscalCalendar.of(reported));

    assertThat(named == null ? null : named.toString()).isEqualTo(period);
  }
}
