package onrecord.bot.finding;

import java.math.BigDecimal;
import java.util.List;

/// A value computed from disclosed figures of the past.
///
/// @param what is computed, in the words of the question: `智算云占算力服务收入的比例`
/// @param operands the figures it rests on, in the order of the formula
/// @param formula with the figures as printed
/// @param value rounded half up as shown
/// @param unit `%`, `倍` or the operands' own
/// @param isRounded whether the value was rounded to be shown
public record Computation(
    String what,
    List<FoundFigure> operands,
    String formula,
    BigDecimal value,
    String unit,
    boolean isRounded) {

  public Computation {
    operands = List.copyOf(operands);
  }
}
