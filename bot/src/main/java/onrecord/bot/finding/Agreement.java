package onrecord.bot.finding;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onrecord.corpus.Figure.Restatement;

/// Whether figures that are stated in several places say the same.
public final class Agreement {

  private Agreement() {}

  /// Whether two figures are one value, but for rounding to the coarser of them.
  public static boolean agree(FoundFigure one, FoundFigure other) {
    var difference = one.figure().inBaseUnits().subtract(other.figure().inBaseUnits()).abs();
    return difference.compareTo(precision(one).max(precision(other))) < 0
        || difference.signum() == 0;
  }

  /// Whether two places state the very same figure: value, unit, period and version.
  static boolean same(FoundFigure one, FoundFigure other) {
    return one.figure().value().compareTo(other.figure().value()) == 0
        && one.figure().unit().equals(other.figure().unit())
        && Objects.equals(FigureFinder.periodOf(one), FigureFinder.periodOf(other))
        && one.figure().scope() == other.figure().scope()
        && one.disclosure().equals(other.disclosure());
  }

  /// The value of a figure's last digit in base units.
  private static BigDecimal precision(FoundFigure found) {
    var figure = found.figure();
    return figure.unit().scale().multiply(BigDecimal.ONE.movePointLeft(figure.value().scale()));
  }

  /// Another place that states the same: in the same disclosure if one does, a sentence before a
  /// cell.
  ///
  /// @param list the figures that state the value, the most authoritative first
  public static Optional<FoundFigure> corroborating(FoundFigure best, List<FoundFigure> list) {
    return list.stream()
        .filter(other -> !other.passage().id().equals(best.passage().id()))
        .filter(other -> agree(best, other))
        .filter(other -> other.figure().restatement() == best.figure().restatement())
        .filter(other -> other.disclosure().equals(best.disclosure()))
        .min(Comparator.comparing(other -> !other.isInProse()));
  }

  /// A figure of another disclosure that differs from the first without being a restatement.
  public static Optional<FoundFigure> disagreeing(List<FoundFigure> list) {
    var first = list.getFirst();
    return list.stream()
        .filter(other -> !other.disclosure().equals(first.disclosure()))
        .filter(other -> other.figure().restatement() == Restatement.ORIGINAL)
        .filter(other -> other.figure().unit().dimension() == first.figure().unit().dimension())
        .filter(other -> other.figure().metric().equals(first.figure().metric()))
        .filter(other -> !agree(first, other))
        .findFirst();
  }
}
