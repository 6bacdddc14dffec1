package onrecord.bot.evaluation.generating;

import java.util.List;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;

/// What people call a figure of reports.
///
/// @param counted over what it is counted
/// @param printed the name that reports print
/// @param also further printed names of the very same figure
/// @param casual short and colloquial names
/// @param english its English names
/// @param slips misspellings
record FigureName(
    Counted counted,
    String printed,
    List<String> also,
    List<String> casual,
    List<String> english,
    List<String> slips) {

  /// Over what a figure is counted.
  enum Counted {
    PERIOD,
    DAY,
    /// Not known.
    EITHER
  }

  /// A row of a table that nothing more is known of.
  static FigureName ofRow(String printed) {
    return new FigureName(
        Counted.EITHER, printed, List.of(), List.of(), List.of(), List.of());
  }

  /// Whether people ask for it often enough to misspell it.
  boolean isCommon() {
    return !slips.isEmpty() && !english.isEmpty();
  }

  /// Whether it can be stated for a period at all: a balance cannot be that of a year.
  boolean fits(ReportingPeriod period) {
    return switch (counted) {
      case PERIOD -> period.basis() != Basis.INSTANT;
      case DAY -> period.basis() == Basis.INSTANT;
      case EITHER -> true;
    };
  }

  boolean isPrintedAs(String metric) {
    return printed.equals(metric) || also.contains(metric);
  }

  /// The name in a register: people who write formally use the printed one.
  String in(Register register, Draw draw) {
    return switch (register) {
      case FORMAL, POLITE -> printed;
      case PLAIN, CASUAL, TERSE -> casual.isEmpty() ? printed : draw.from(casual);
    };
  }
}
