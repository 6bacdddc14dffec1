package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.finding.FigureFinder.Wanted;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;

/// Finds the figures that a part of a question asks for.
final class AskedFigures {

  /// The share of what is asked about that must stand around a figure whose label is but a name: of
  /// what its bearer is counted, the question must say too.
  private static final double NAMED = 0.9;

  private static final Pattern BARE_PROFIT = Pattern.compile("净利润");
  private static final Pattern WHOSE_PROFIT = Pattern.compile("归母|归属|扣非|扣除|母公司|少数股东|持续经营");
  private static final Pattern PREMISE = Pattern.compile("增收不增利|增收增利|增利不增收");
  private static final String REVENUE = "营业收入";
  private static final String PROFIT = "归属于上市公司股东的净利润";
  private static final Pattern AND_ITS_SHARE =
      Pattern.compile("(和|及|与|跟|、|,|并|以及)(其|各自的?)?(占|比例|占比|比重)|占比?(是|为)?多少");

  private final FigureFinder figures;
  private final FigureBook book;
  private final OpenFigures open;
  private final Glossary glossary;
  private final Roles roles;

  AskedFigures(FigureFinder figures, FigureBook book, Glossary glossary, Roles roles) {
    this.figures = figures;
    this.book = book;
    this.open = new OpenFigures(book);
    this.glossary = glossary;
    this.roles = roles;
  }

  /// What was found.
  ///
  /// @param lists for each metric and period, the most authoritative first
  /// @param isComplete whether each metric and period that was asked for has its figures
  /// @param nearest the newest figures of the same metrics and segment, in whichever period
  /// @param segment the segment asked for, compact; empty for the whole
  record Found(
      List<List<FoundFigure>> lists,
      boolean isComplete,
      List<FoundFigure> nearest,
      String segment) {}

  Found find(Asked asked) {
    var segment = segment(asked);
    var wanted = wanted(asked, segment);
    var lists = new ArrayList<List<FoundFigure>>();
    boolean complete = !wanted.isEmpty();
    for (var one : wanted) {
      var found = figures.find(one, asked.issuer(), asked.asOf());
      found.forEach(list -> lists.addAll(versions(list, asked.part())));
      complete &= found.size() >= Math.max(1, one.periods().size());
    }
    wholeProfit(asked, segment, lists).ifPresent(lists::add);
    lists.addAll(sharesBeside(asked, lists));
    return new Found(lists, complete, nearest(wanted, asked), segment);
  }

  /// Where a question asks for versions of a restated figure, a list for each; else the list as it
  /// is.
  private static List<List<FoundFigure>> versions(List<FoundFigure> list, Reading.Part part) {
    var asked =
        list.stream().filter(found -> FigureFinder.isAskedVersion(found, part.text())).toList();
    if (asked.isEmpty()) {
      return List.of(list);
    }
    // The former version first, and what stands today once, whether it is marked as restated or
    // not.
    return FigureFinder.asksForFormerVersion(part.text())
        ? Stream.of(true, false)
            .map(former -> asked.stream().filter(found -> isFormer(found) == former).toList())
            .filter(version -> !version.isEmpty())
            .toList()
        : List.of(asked);
  }

  private static boolean isFormer(FoundFigure found) {
    return found.figure().restatement() == Restatement.BEFORE_RESTATEMENT;
  }

  /// Asked for profit without whose, people get the shareholders' part, which is what they mostly
  /// mean; where the income statement prints another figure under the bare name, they get that
  /// beside it.
  private Optional<List<FoundFigure>> wholeProfit(
      Asked asked, String segment, List<List<FoundFigure>> found) {
    boolean bare =
        BARE_PROFIT.matcher(asked.text()).find() && !WHOSE_PROFIT.matcher(asked.text()).find();
    if (!bare || found.size() != 1 || asked.part().calculation() != null) {
      return Optional.empty();
    }
    var shareholders = found.getFirst().getFirst();
    var period = FigureFinder.periodOf(shareholders);
    return glossary
        .metric("净利润")
        .filter(_ -> period != null)
        .map(metric -> Wanted.of(metric, segment, asked.part()))
        .flatMap(wanted ->
            figures.find(wanted.in(List.of(period)), asked.issuer(), asked.asOf()).stream()
                .filter(list -> !isSameValue(list.getFirst(), shareholders))
                .findFirst());
  }

  private static boolean isSameValue(FoundFigure one, FoundFigure other) {
    return one.figure().inBaseUnits().compareTo(other.figure().inBaseUnits()) == 0;
  }

  /// Where the share is asked for beside the amount (金额和占比), what the disclosure prints of it next
  /// to the amount.
  private List<List<FoundFigure>> sharesBeside(Asked asked, List<List<FoundFigure>> found) {
    boolean asksForBoth = AND_ITS_SHARE.matcher(asked.text()).find();
    boolean hasShare =
        found.stream().anyMatch(list -> Measure.isShare(list.getFirst().figure().unit()));
    if (!asksForBoth || hasShare || asked.part().calculation() != null) {
      return List.of();
    }
    return found.stream()
        .map(List::getFirst)
        .map(amount -> shareBeside(amount, asked))
        .flatMap(Optional::stream)
        .map(List::of)
        .toList();
  }

  private Optional<FoundFigure> shareBeside(FoundFigure amount, Asked asked) {
    return book.all(asked.issuer(), asked.asOf()).stream()
        .map(FigureBook.Entry::found)
        .filter(other -> other.passage().id().equals(amount.passage().id()))
        .filter(other -> Measure.isShare(other.figure().unit()))
        .filter(other -> isShareOf(other, amount))
        .min(
            Comparator.comparingInt(
                other -> Math.abs(other.figure().start() - amount.figure().start())));
  }

  private static boolean isShareOf(FoundFigure share, FoundFigure amount) {
    if (share.figure().start() == amount.figure().start() && !amount.isInProse()) {
      return true;
    }
    var name = Words.compact(amount.figure().metric());
    return Words.compact(share.figure().metric()).contains(name)
        || amount.isInProse() && share.figure().start() == amount.figure().start();
  }

  private List<Wanted> wanted(Asked asked, String segment) {
    var label = labelled(asked);
    if (label.filter(one -> isWiderThanMetrics(one, asked) && isFound(one, asked)).isPresent()) {
      return List.of(label.get());
    }
    var named =
        metrics(asked.part()).stream()
            .map(metric -> Wanted.of(metric, segment, asked.part()).in(asked.periods()))
            .toList();
    if (named.stream().anyMatch(one -> isFound(one, asked))) {
      return named;
    }
    boolean isKnown =
        named.stream()
            .flatMap(one -> figures.matching(one, asked.issuer(), asked.asOf()).stream())
            .anyMatch(found -> asked.measure().fits(found.figure().unit()));
    return label
        .filter(one -> !isWithinAMetric(one, asked.part()))
        .or(() -> isOpen(asked.part()) ? open.find(asked) : Optional.empty())
        .filter(one -> !isKnown || isFound(one, asked))
        .map(List::of)
        .orElse(named);
  }

  /// Whether there are figures of it for a period asked for, of the kind asked for.
  private boolean isFound(Wanted wanted, Asked asked) {
    return figures.find(wanted, asked.issuer(), asked.asOf()).stream()
        .flatMap(List::stream)
        .anyMatch(found -> asked.measure().fits(found.figure().unit()));
  }

  /// The metrics named; those that a view of the results speaks of.
  private List<Metric> metrics(Reading.Part part) {
    if (part.metrics().isEmpty() && PREMISE.matcher(part.text()).find()) {
      return Stream.of(REVENUE, PROFIT).map(glossary::metric).flatMap(Optional::stream).toList();
    }
    return part.metrics();
  }

  /// Whether a number is asked for that nothing is computed for.
  private static boolean isOpen(Reading.Part part) {
    return asksForNumber(part)
        && part.metrics().stream().allMatch(metric -> metric.formula() == null);
  }

  /// Whether a label is a name of its own in which all metrics named are but words: 货币资金 in 其他货币资金,
  /// and not 成本 in 营业成本.
  private boolean isWiderThanMetrics(Wanted label, Asked asked) {
    var text = Words.compact(asked.text());
    var name = label.names().getFirst();
    var mentions = glossary.mentions(text);
    return !mentions.isEmpty()
        && mentions.stream()
            .allMatch(mention ->
                isWithin(text.substring(mention.start(), mention.end()), name)
                    && !isNameOf(mention.metric(), name));
  }

  private static boolean isWithin(String word, String name) {
    return name.length() > word.length() && name.contains(word);
  }

  private static boolean isNameOf(Metric metric, String compact) {
    return Stream.of(Stream.of(metric.id()), metric.printed().stream(), metric.asked().stream())
        .flatMap(names -> names)
        .anyMatch(name -> Words.compact(name).equals(compact));
  }

  /// Whether a label is but a part of the name of a metric that is asked for: 管理费用 in 管理费用率.
  private boolean isWithinAMetric(Wanted label, Reading.Part part) {
    var text = Words.compact(part.text());
    return glossary.mentions(text).stream()
        .map(mention -> text.substring(mention.start(), mention.end()))
        .anyMatch(name -> name.contains(label.names().getFirst()));
  }

  private String limitation(Asked asked) {
    return Limitation.of(
        asked.part(),
        word ->
            book.all(asked.issuer(), asked.asOf()).stream()
                .anyMatch(entry -> entry.segment().contains(Words.compact(word))));
  }

  /// The segment that is asked for: whoever holds the role that it names, or the longest that the
  /// issuer's figures know and the question names, else whatever the question is limited to.
  private String segment(Asked asked) {
    var subject =
        Words.compact(
            PREMISE
                .matcher(Gist.content(FigureFinder.withoutVersion(limitation(asked))))
                .replaceAll(""));
    if (subject.isEmpty()) {
      return "";
    }
    var holders =
        roles.holders(FigureFinder.bare(subject), asked.issuer(), asked.asOf()).stream()
            .map(Words::compact)
            .toList();
    return book.all(asked.issuer(), asked.asOf()).stream()
        .map(FigureBook.Entry::segment)
        .filter(known -> known.length() > 1)
        .filter(known -> subject.contains(known) || holders.contains(known))
        .max(Comparator.comparingInt(String::length))
        .filter(known ->
            holders.contains(known) || FigureFinder.bare(subject.replace(known, "")).length() < 2)
        .orElseGet(() -> FigureFinder.bare(subject));
  }

  /// A figure that the glossary has no metric for, named in the question as the disclosure prints
  /// it.
  private Optional<Wanted> labelled(Asked asked) {
    if (!asksForNumber(asked.part())) {
      return Optional.empty();
    }
    var text = Words.compact(asked.text());
    var subject = Words.compact(asked.part().subject());
    return book.all(asked.issuer(), asked.asOf()).stream()
        .filter(entry -> entry.metric().length() > 2 && text.contains(entry.metric()))
        .filter(entry -> entry.segment().isEmpty() || text.contains(entry.segment()))
        .filter(entry -> isWholly(entry, subject))
        .filter(entry -> asked.measure().fits(entry.found().figure().unit()))
        .filter(entry -> !isNameOfSomebody(entry) || OpenFigures.share(entry, asked) >= NAMED)
        .max(
            Comparator.comparingInt(
                (FigureBook.Entry entry) -> entry.metric().length() + entry.segment().length()))
        .map(entry ->
            new Wanted(
                List.of(entry.metric()),
                Metric.Nature.RATIO,
                entry.segment(),
                asked.periods(),
                FigureFinder.asksForParent(asked.text())));
  }

  /// Whether a label is the name of one whose shares, persons or money a column counts.
  private static boolean isNameOfSomebody(FigureBook.Entry entry) {
    var segment = entry.found().figure().segment();
    return segment != null && Words.compact(segment).equals(entry.metric());
  }

  /// In English, where a label is often a common word, it must be all that is asked about.
  private static boolean isWholly(FigureBook.Entry entry, String subject) {
    return entry.metric().chars().anyMatch(c -> Words.isHan((char) c))
        || subject
            .replaceFirst("^(?:total|net)", "")
            .equals((entry.segment() + entry.metric()).replaceFirst("^(?:total|net)", ""));
  }

  private static boolean asksForNumber(Reading.Part part) {
    return part.aspects().contains(Reading.Aspect.VALUE)
        || part.aspects().contains(Reading.Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Reading.Aspect.PERIOD_ON_PERIOD);
  }

  private List<FoundFigure> nearest(List<Wanted> wanted, Asked asked) {
    return wanted.stream()
        .map(one -> one.in(List.<ReportingPeriod>of()))
        .flatMap(one -> figures.find(one, asked.issuer(), asked.asOf()).stream())
        .flatMap(list -> list.stream().limit(1))
        .toList();
  }
}
