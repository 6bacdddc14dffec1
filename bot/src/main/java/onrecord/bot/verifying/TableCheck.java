package onrecord.bot.verifying;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.bot.verifying.Quantity.Bound;
import onrecord.bot.verifying.Statement.Stated;
import onrecord.bot.verifying.Token.Kind;
import onrecord.corpus.Change;
import onrecord.corpus.Figure;
import onrecord.corpus.Unit;

/// Holds a claim against the figures of a table, of which each is known with its metric, segment,
/// period and unit.
///
/// @param figures those of the table that it may be about
/// @param context what stands about them: caption, headings, title
record TableCheck(List<Cell> figures, List<Token> context) {

  /// A figure with what names it.
  ///
  /// @param metrics the metrics that are named with it
  /// @param words of its metric, segment, row and column
  record Cell(Figure figure, Set<String> metrics, List<Token> words) {}

  /// The metrics that a text names.
  static Set<String> metrics(List<Token> tokens) {
    return tokens.stream()
        .filter(Token.Measured.class::isInstance)
        .map(token -> ((Token.Measured) token).id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The figures that a claim states; empty if it states anything else.
  Optional<List<Figure>> stated(Statement claim) {
    boolean turned =
        Arrays.stream(Kind.values())
            .filter(kind -> !isOfChanges(kind))
            .anyMatch(kind -> claim.count(kind) > 0);
    if (turned || claim.amounts().isEmpty()) {
      return Optional.empty();
    }
    var stated = new HashSet<Figure>();
    for (var amount : claim.amounts()) {
      var cell = figures.stream().filter(one -> states(one, amount)).findFirst();
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      stated.add(cell.get().figure());
    }
    var periods = stated.stream().map(Figure::period).collect(Collectors.toSet());
    return periods.containsAll(claim.periods())
        ? Optional.of(List.copyOf(stated))
        : Optional.empty();
  }

  private static boolean isOfChanges(Kind kind) {
    return switch (kind) {
      case UP, DOWN, YEAR_ON_YEAR, PERIOD_ON_PERIOD -> true;
      case GAIN, LOSS, NOT, HEDGE, LIMIT, RESPECTIVELY -> false;
    };
  }

  private boolean states(Cell cell, Stated said) {
    var figure = cell.figure();
    return figure.period() != null
        && figure.period().equals(said.period())
        && isAmountOf(figure, said)
        && isAbout(cell, said)
        && isVersion(figure);
  }

  private static boolean isAmountOf(Figure figure, Stated said) {
    var value = new Quantity(figure.inBaseUnits(), measure(figure.unit()), Bound.EXACT);
    return said.turns().isEmpty()
        ? said.quantity().isSameAs(value)
        : figure.changes().stream().anyMatch(change -> isChange(change, said));
  }

  private static boolean isChange(Change change, Stated said) {
    var rate = new Quantity(change.rate().abs(), measure(change.unit()), Bound.EXACT);
    var direction = new Token.Turn(change.rate().signum() < 0 ? Kind.DOWN : Kind.UP);
    var against =
        new Token.Turn(
            switch (change.against()) {
              case YEAR_BEFORE -> Kind.YEAR_ON_YEAR;
              case PERIOD_BEFORE -> Kind.PERIOD_ON_PERIOD;
            });
    return said.quantity().isSameAs(rate) && said.turns().equals(Set.of(direction, against));
  }

  private boolean isAbout(Cell cell, Stated said) {
    return said.metrics().equals(cell.metrics())
        && Vocabulary.of(cell.words(), context).covers(said.about());
  }

  /// Another than the consolidated figure as first stated would have to be told apart in words.
  private static boolean isVersion(Figure figure) {
    return figure.scope() == Figure.Scope.CONSOLIDATED
        && figure.restatement() == Figure.Restatement.ORIGINAL;
  }

  private static String measure(Unit unit) {
    return switch (unit.dimension()) {
      case CNY, USD, HKD, EUR, GBP -> unit.dimension().name();
      case OTHER_CURRENCY -> unit.printed();
      case PER_SHARE -> "CNY a share";
      case PERCENT -> "%";
      case PERCENTAGE_POINT -> "pp";
      case SHARES -> "shares";
      case RATIO -> "times";
      case COUNT, MEASURE -> unit.printed();
    };
  }
}
