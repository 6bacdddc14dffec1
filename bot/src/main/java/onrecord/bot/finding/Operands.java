package onrecord.bot.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.finding.FigureFinder.Wanted;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Looks up the figures that a computation needs: of one period and scope, or of the periods that
/// it compares.
///
/// @param segment the segment asked for, compact; empty for the whole
record Operands(
    FigureFinder finder,
    Glossary glossary,
    Reading.Part part,
    String segment,
    SecuritiesCode issuer,
    Instant asOf) {

  private static final String REVENUE = "营业收入";

  List<ReportingPeriod> periods() {
    return part.periods().stream().map(AskedPeriod::period).toList();
  }

  /// Figures of one period for all operands; the newest such period where none was asked for.
  Optional<List<FoundFigure>> together(List<String> operands) {
    var candidates = operands.stream().map(this::named).toList();
    if (candidates.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    var complete =
        candidates.getFirst().stream()
            .filter(this::isAsked)
            .sorted(Comparator.comparing(Operands::end).reversed())
            .map(first -> fellows(first, candidates))
            .flatMap(Optional::stream)
            .toList();
    return complete.stream().findFirst().map(first -> inOnePlace(first, complete));
  }

  /// The same figures as they stand side by side in one passage, if they do anywhere: a computation
  /// is the easier to follow.
  private static List<FoundFigure> inOnePlace(
      List<FoundFigure> figures, List<List<FoundFigure>> others) {
    return others.stream()
        .filter(other -> areTheSame(figures, other))
        .filter(other -> other.stream().map(found -> found.passage().id()).distinct().count() == 1)
        .findFirst()
        .orElse(figures);
  }

  private static boolean areTheSame(List<FoundFigure> some, List<FoundFigure> others) {
    return IntStream.range(0, some.size())
        .allMatch(i -> Agreement.same(some.get(i), others.get(i)));
  }

  /// One figure for each thing wanted, side by side in one passage where they stand so; empty where
  /// one is not disclosed.
  Optional<List<FoundFigure>> all(List<Wanted> wanted) {
    var candidates =
        wanted.stream()
            .map(one -> finder.find(one, issuer, asOf).stream().flatMap(List::stream).toList())
            .toList();
    if (candidates.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    var best = candidates.stream().map(List::getFirst).toList();
    var sets =
        candidates.getFirst().stream()
            .map(first -> beside(first, candidates))
            .flatMap(Optional::stream)
            .toList();
    return Optional.of(inOnePlace(best, sets));
  }

  /// The candidates that stand in one passage with the first.
  private static Optional<List<FoundFigure>> beside(
      FoundFigure first, List<List<FoundFigure>> candidates) {
    var set = new ArrayList<FoundFigure>();
    for (var each : candidates) {
      each.stream()
          .filter(found -> found.passage().id().equals(first.passage().id()))
          .findFirst()
          .ifPresent(set::add);
    }
    return set.size() == candidates.size() ? Optional.of(set) : Optional.empty();
  }

  /// The figures that go by an operand's name, in any period.
  List<FoundFigure> named(String operand) {
    return finder.matching(wanted(operand), issuer, asOf);
  }

  private Wanted wanted(String operand) {
    var text = Words.compact(operand);
    var mentions = glossary.mentions(text);
    if (mentions.isEmpty()) {
      var metric = part.metrics().isEmpty() ? revenue() : part.metrics().getFirst();
      return Wanted.of(metric, FigureFinder.bare(text), part);
    }
    var mention = mentions.getLast();
    var rest = text.substring(0, mention.start()) + text.substring(mention.end());
    return Wanted.of(mention.metric(), rest.replaceAll("^的|的$", ""), part);
  }

  private Metric revenue() {
    return glossary
        .metric(REVENUE)
        .orElseThrow(() -> new IllegalStateException("The glossary lacks " + REVENUE));
  }

  boolean isAsked(FoundFigure figure) {
    var period = FigureFinder.periodOf(figure);
    return periods().isEmpty()
        || (period != null && periods().stream().anyMatch(asked -> isSame(asked, period)));
  }

  private static boolean isSame(ReportingPeriod asked, ReportingPeriod period) {
    return period.equals(asked) || (period.end().equals(asked.end()) && isInstant(period, asked));
  }

  private static boolean isInstant(ReportingPeriod one, ReportingPeriod other) {
    return one.basis() == Basis.INSTANT || other.basis() == Basis.INSTANT;
  }

  private static LocalDate end(FoundFigure found) {
    var period = FigureFinder.periodOf(found);
    return period == null ? LocalDate.MIN : period.end();
  }

  private static Optional<List<FoundFigure>> fellows(
      FoundFigure first, List<List<FoundFigure>> candidates) {
    var fellows = new ArrayList<FoundFigure>();
    fellows.add(first);
    for (var others : candidates.subList(1, candidates.size())) {
      var fellow =
          others.stream()
              .filter(other -> isComparable(first, other))
              .min(
                  Comparator.comparing(
                          (FoundFigure other) -> !other.disclosure().equals(first.disclosure()))
                      .thenComparing(other -> !other.passage().id().equals(first.passage().id())));
      if (fellow.isEmpty()) {
        return Optional.empty();
      }
      fellows.add(fellow.get());
    }
    return Optional.of(fellows);
  }

  private static boolean isComparable(FoundFigure one, FoundFigure other) {
    var a = FigureFinder.periodOf(one);
    var b = FigureFinder.periodOf(other);
    return a != null
        && b != null
        && a.end().equals(b.end())
        && (a.start().equals(b.start()) || isInstant(a, b));
  }

  /// The first metric that the part names, in the periods that it names.
  Optional<Wanted> first() {
    return part.metrics().stream().findFirst().map(this::of);
  }

  Wanted of(Metric metric) {
    return Wanted.of(metric, segment, part);
  }

  /// The most authoritative figure.
  Optional<FoundFigure> best(Wanted wanted) {
    return finder.find(wanted, issuer, asOf).stream().flatMap(List::stream).findFirst();
  }

  /// A figure and the one it is compared with: of the two periods named, the later first, else of
  /// the year before.
  Optional<List<FoundFigure>> nowAndThen() {
    return first()
        .flatMap(wanted -> {
          var named =
              periods().stream()
                  .sorted(Comparator.comparing(ReportingPeriod::end).reversed())
                  .toList();
          if (named.size() == 2) {
            return both(wanted, named.getFirst(), named.getLast());
          }
          return best(wanted)
              .flatMap(now -> yearBefore(wanted, now).map(then -> List.of(now, then)));
        });
  }

  private Optional<List<FoundFigure>> both(
      Wanted wanted, ReportingPeriod later, ReportingPeriod earlier) {
    return best(wanted.in(List.of(later)))
        .flatMap(now -> best(wanted.in(List.of(earlier))).map(then -> List.of(now, then)));
  }

  private Optional<FoundFigure> yearBefore(Wanted wanted, FoundFigure now) {
    var period = FigureFinder.periodOf(now);
    if (period == null) {
      return Optional.empty();
    }
    var before = wanted.in(List.of(period.plusYears(-1)));
    return finder.find(before, issuer, asOf).stream()
        .flatMap(List::stream)
        .min(Comparator.comparing(then -> !then.disclosure().equals(now.disclosure())));
  }

  /// A figure of money for each period.
  Optional<List<FoundFigure>> each(List<ReportingPeriod> periods, Wanted wanted) {
    var figures = new ArrayList<FoundFigure>();
    for (var period : periods) {
      var found =
          finder.find(wanted.in(List.of(period)), issuer, asOf).stream()
              .flatMap(List::stream)
              .filter(figure -> figure.figure().unit().isMoney())
              .findFirst();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      figures.add(found.get());
    }
    return Optional.of(figures);
  }
}
