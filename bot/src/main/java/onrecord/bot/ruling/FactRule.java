package onrecord.bot.ruling;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.corpus.Basis;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Trait;

/// A fact is answered from what disclosures state of it, or said not to be found in them. What can
/// only be forecast is no fact, whatever its wording.
final class FactRule {

  /// What asks for a name, a place or a meaning.
  private static final Set<Aspect> NAMING =
      EnumSet.of(Aspect.WHO, Aspect.WHERE, Aspect.DEFINITION, Aspect.LIST);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private FactRule() {}

  static Ruling rule(Case of) {
    if (of.has(Kind.UNDISCLOSED)) {
      return RumourRule.undisclosed(of);
    }
    if (canOnlyBeForecast(of) && !asksForTheSaid(of)) {
      return OutlookRule.rule(of);
    }
    return Supports.answering(of.part(), of.found())
        .filter(support -> !isSaidTooEarly(of, support))
        .map(support -> answered(of, support))
        .orElseGet(() -> unanswered(of));
  }

  /// Whether how things went in a time not reported on yet would be told from words that were
  /// published before it began: of the last month a standing warning says nothing.
  private static boolean isSaidTooEarly(Case of, Support support) {
    return support instanceof Support.Quoted(var quotes)
        && asksHowItWent(of)
        && of.beyond().stream()
            .map(asked -> asked.period().start())
            .anyMatch(start ->
                start.isAfter(lastReported(of))
                    && quotes.stream().allMatch(quote -> isPublishedBefore(quote, start)));
  }

  private static LocalDate lastReported(Case of) {
    var reported = of.horizon().reported();
    return reported == null ? LocalDate.MIN : reported.end();
  }

  private static boolean isPublishedBefore(Quote quote, LocalDate day) {
    var publishedAt = quote.disclosure().publishedAt();
    return publishedAt != null && publishedAt.atZone(CHINA).toLocalDate().isBefore(day);
  }

  /// Events, which are announced when they come about, and who does what may be known beforehand.
  private static boolean asksHowItWent(Case of) {
    return !of.asks(Trait.EVENTS)
        && !asksForTheSaid(of)
        && Collections.disjoint(of.part().aspects(), NAMING);
  }

  private static Ruling answered(Case of, Support support) {
    return of.leans() >= of.policy().thresholds().leansAnswered() && !asksForTheSaid(of)
        ? OutlookRule.rule(of.leaning())
        : new Ruling.Answered(support, List.of(new Signal.Disclosed()));
  }

  /// What nothing answers is either still to come or was not disclosed; the wording as a whole
  /// tells which.
  private static Ruling unanswered(Case of) {
    if (awaitsBalanceSheet(of) || awaitsReport(of)) {
      return OutlookRule.rule(of);
    }
    return of.leans() >= enough(of) ? OutlookRule.rule(of.leaning()) : notDisclosed(of);
  }

  /// A balance on a day whose balance sheet has not been published yet.
  private static boolean awaitsBalanceSheet(Case of) {
    return !of.part().metrics().isEmpty()
        && of.part().metrics().stream().allMatch(metric -> metric.nature() == Metric.Nature.BALANCE)
        && of.beyond().stream()
            .anyMatch(
                asked -> endsQuarter(asked.period()) && !of.horizon().isOverdue(asked.period()));
  }

  /// How things went in a quarter or month of which no report tells anything yet. Who does what,
  /// and events, which are announced when they come about, have no report to wait for.
  private static boolean awaitsReport(Case of) {
    var reported = of.horizon().reported();
    return reported != null
        && asksHowItWent(of)
        && of.beyond().stream()
            .map(AskedPeriod::period)
            .anyMatch(period ->
                period.basis() == Basis.SINGLE_QUARTER
                    && period.start().isAfter(reported.end())
                    && !of.horizon().isOverdue(period));
  }

  private static boolean endsQuarter(ReportingPeriod period) {
    var next = period.end().plusDays(1);
    return next.getDayOfMonth() == 1 && next.getMonthValue() % 3 == 1;
  }

  /// Results beyond the horizon, a balance of a day to come, and whatever is of a period that has
  /// not begun. How things stand in a period that runs may be disclosed any day.
  private static boolean canOnlyBeForecast(Case of) {
    var beyond = of.beyond();
    return beyond.stream().anyMatch(asked -> asked.period().start().isAfter(of.horizon().today()))
        || beyond.stream().anyMatch(asked -> !of.horizon().isOverdue(asked.period()))
            && asksForResults(of)
            && !asksWhy(of);
  }

  /// Reasons are given of what has happened, in a year that still runs too.
  private static boolean asksWhy(Case of) {
    return of.part().aspects().contains(Aspect.REASON);
  }

  private static boolean asksForResults(Case of) {
    return of.part().metrics().isEmpty()
        ? of.asks(Trait.EARNINGS) || asksAfterAll(of)
        : of.part().metrics().stream().anyMatch(metric -> metric.nature() != Metric.Nature.BALANCE);
  }

  /// 四季度怎么样: names a period and nothing else, so its results are meant.
  private static boolean asksAfterAll(Case of) {
    return of.part().subject().isEmpty() && !of.part().periods().isEmpty();
  }

  /// What was said, scheduled or planned may be published long before its time.
  private static boolean asksForTheSaid(Case of) {
    return of.has(Kind.PAST_STATEMENT) || of.has(Kind.CALENDAR) || of.has(Kind.PLAN);
  }

  private static double enough(Case of) {
    var thresholds = of.policy().thresholds();
    return asksForTheSaid(of) ? thresholds.leansAnswered() : thresholds.leansUnanswered();
  }

  private static Ruling notDisclosed(Case of) {
    return new Ruling.NotDisclosed(nearby(of), List.of(new Signal.NotStated(matter(of.part()))));
  }

  private static Optional<Support> nearby(Case of) {
    var newest = of.found().nearest();
    return newest.isEmpty()
        ? said(of).map(candidate -> new Support.Quoted(List.of(candidate.quote())))
        : Optional.of(new Support.Stated(List.of(newest)));
  }

  private static Optional<Candidate> said(Case of) {
    return of.found().candidates().stream()
        .filter(candidate -> candidate.own() >= Ruler.NEARBY || isFoundByQuestion(of, candidate))
        .filter(candidate -> !Forward.disclaims(candidate.quote().words()))
        .max(Comparator.comparingDouble(Candidate::own));
  }

  /// Whether it says something of the matter in a reply to an investor who asked about it.
  private static boolean isFoundByQuestion(Case of, Candidate candidate) {
    var passage = candidate.quote().passage();
    return passage.question() != null
        && candidate.own() > 0.1
        && of.found().evidence().stream()
            .anyMatch(
                found -> found.passage().id().equals(passage.id()) && found.coverage() >= 0.8);
  }

  private static String matter(Reading.Part part) {
    return part.metrics().isEmpty() ? part.original() : part.metrics().getFirst().id();
  }
}
