package onrecord.bot.evaluation.generating;

import java.util.List;

/// What people call a figure of reports.
///
/// @param printed the name that reports print
/// @param also further printed names of the very same figure
/// @param casual short and colloquial names
/// @param english its English names
/// @param slips misspellings
record FigureName(
    String printed,
    List<String> also,
    List<String> casual,
    List<String> english,
    List<String> slips) {

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
