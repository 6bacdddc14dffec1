package onrecord.bot.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.finding.FigureFinder.Wanted;

/// Finds a figure by all that stands around it, where no name of a metric leads to it: the row, the
/// column, the caption and the headings together say what it is.
final class OpenFigures {

  /// The share of what is asked about that must stand around a figure.
  private static final double SAYS = 0.85;

  /// The share of it that must stand in its own name, row and column.
  private static final double OWN = 0.6;

  private static final double IN_CELL = 0.95;
  private static final double ABOVE = 0.85;

  private static final Pattern AMOUNT = Pattern.compile("收入|成本|费用|支出|薪酬|金额|多少钱|[数总]额|余额");
  private static final Pattern RATE =
      Pattern.compile("[率比占%％]|份额|百分|增速|增幅|降幅|rate|ratio|share|percent|margin");

  private final FigureBook book;

  OpenFigures(FigureBook book) {
    this.book = book;
  }

  private record Scored(FigureBook.Entry entry, double score) {}

  /// The name, segment and kind of figure that fits best, to be looked up as if it had been named.
  Optional<Wanted> find(Asked asked) {
    var weights = asked.gist().weights(asked.rarity());
    if (weights.length == 0) {
      return Optional.empty();
    }
    return book.all(asked.issuer(), asked.asOf()).stream()
        .filter(entry -> isNamed(entry, asked.gist()))
        .filter(entry -> asked.measure().fits(entry.found().figure().unit()))
        .filter(entry -> !isShareUnasked(entry, asked))
        .map(entry -> new Scored(entry, score(entry, asked, weights)))
        .filter(scored -> scored.score() > 0)
        .max(
            Comparator.comparing((Scored scored) -> isOfPeriodAsked(scored.entry(), asked))
                .thenComparingDouble(Scored::score)
                .thenComparing(scored -> -scored.entry().found().passage().ordinal()))
        .map(Scored::entry)
        .map(entry ->
            new Wanted(List.of(entry.metric()), null, entry.segment(), asked.periods(), false));
  }

  /// Whether it is a share, where an amount is asked for.
  private static boolean isShareUnasked(FigureBook.Entry entry, Asked asked) {
    return Measure.isShare(entry.found().figure().unit())
        && AMOUNT.matcher(asked.text()).find()
        && !RATE.matcher(asked.text()).find();
  }

  private static boolean isOfPeriodAsked(FigureBook.Entry entry, Asked asked) {
    var period = FigureFinder.periodOf(entry.found());
    return period != null
        && asked.periods().stream().anyMatch(one -> one.end().equals(period.end()));
  }

  /// Whether its name belongs to what is asked about, and its segment, if it has one, is the one
  /// asked about.
  private static boolean isNamed(FigureBook.Entry entry, Gist gist) {
    var segment = entry.segment();
    return segment.isEmpty()
        ? gist.touches(entry.metric())
        : gist.touches(segment) && 2 * gist.covered(segment) >= segment.length();
  }

  private static double score(FigureBook.Entry entry, Asked asked, double[] weights) {
    if (Gist.share(weights, own(entry, asked)) < OWN) {
      return 0;
    }
    double share = share(entry, asked);
    if (share < SAYS) {
      return 0;
    }
    var name = name(entry);
    double exactness = (double) asked.gist().covered(name) / name.length();
    return share + 0.3 * exactness;
  }

  /// The share of what is asked about that stands around a figure: in its name, its row and column,
  /// and above.
  static double share(FigureBook.Entry entry, Asked asked) {
    var said = own(entry, asked);
    var passage = entry.found().passage();
    var above = passage.section() + "\n" + Statements.headOf(passage.text());
    raise(said, asked.gist().presence(above, asked.rarity()), ABOVE);
    return Gist.share(asked.gist().weights(asked.rarity()), said);
  }

  private static double[] own(FigureBook.Entry entry, Asked asked) {
    var figure = entry.found().figure();
    var cell = Stream.of(figure.row(), figure.column()).filter(Objects::nonNull).toList();
    var own = asked.gist().presence(name(entry), asked.rarity());
    raise(own, asked.gist().presence(String.join("\n", cell), asked.rarity()), IN_CELL);
    return own;
  }

  private static String name(FigureBook.Entry entry) {
    return entry.metric() + "\n" + entry.segment();
  }

  private static void raise(double[] presence, double[] other, double factor) {
    for (int i = 0; i < presence.length; i++) {
      presence[i] = Math.max(presence[i], factor * other[i]);
    }
  }
}
