package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling.About;
import onrecord.corpus.Passage;
import onrecord.prompts.Policy.Kind;

/// What is to come is deferred to the reports. What the company itself, or a third party that it
/// cites, has published on the very matter is quoted first, unless the question asks to confirm or
/// deny a result, or to reckon one.
final class OutlookRule {

  /// From here on a published outlook is on the matter asked about.
  private static final double ON_THE_MATTER = 0.6;

  private OutlookRule() {}

  static Ruling rule(Case of) {
    return plan(of).or(() -> statement(of)).orElseGet(() -> deferred(of));
  }

  private static Ruling deferred(Case of) {
    return new Ruling.Deferred(reason(of), of.about(), nearest(of), of.signalsOfOutlook());
  }

  private static Reason reason(Case of) {
    return of.beyond().isEmpty() ? Reason.FORECAST : Reason.BEYOND_HORIZON;
  }

  /// The section on plans, where plans are asked for.
  private static Optional<Ruling> plan(Case of) {
    return of.has(Kind.PLAN)
        ? Supports.section(of.found()).map(quotes -> quoted(of, quotes, false))
        : Optional.empty();
  }

  private static Optional<Ruling> statement(Case of) {
    return published(of)
        .map(candidate ->
            quoted(
                of,
                withDisclaimer(candidate, of),
                Forward.isThirdParty(candidate.quote().words())));
  }

  private static Ruling quoted(Case of, List<Quote> quotes, boolean isThirdParty) {
    return new Ruling.OutlookQuoted(
        new Support.Quoted(quotes), isThirdParty, reason(of), of.signalsOfOutlook());
  }

  /// The sentence of a disclosure that speaks of the future asked about, the best first: the same
  /// matter, and the same year where a year was asked for.
  private static Optional<Candidate> published(Case of) {
    return of.found().candidates().stream()
        .filter(found -> found.coverage() >= ON_THE_MATTER && found.own() >= Ruler.OWN)
        .filter(found -> Forward.looksAhead(found.quote().words()))
        .filter(found -> !Forward.refers(found.quote().words()))
        .filter(found -> found.fitsAll(of.part()))
        .filter(found -> isOfYearAsked(of, found))
        .filter(found -> !isWager(of) || isAboutTheMarket(of, found))
        .findFirst();
  }

  /// Asks to confirm or deny a result: whether it will reach an amount, what would follow if, what
  /// a trend makes of it.
  private static boolean isWager(Case of) {
    return of.has(Kind.POSSIBILITY) && of.about() == About.RESULTS
        || of.has(Kind.HYPOTHETICAL)
        || of.has(Kind.EXTRAPOLATION)
        || of.has(Kind.UNDISCLOSED)
        || of.has(Kind.INSTRUCTION)
        || of.has(Kind.FORECAST_COMMENT);
  }

  /// A third party's estimate of something that is not the company's own result may be quoted to
  /// whatever wording.
  private static boolean isAboutTheMarket(Case of, Candidate found) {
    boolean derived = of.has(Kind.EXTRAPOLATION) || of.has(Kind.HYPOTHETICAL);
    return of.part().metrics().isEmpty()
        && !derived
        && found.own() >= Ruler.ANSWERS
        && Forward.isThirdParty(found.quote().words());
  }

  private static boolean isOfYearAsked(Case of, Candidate found) {
    var reported = of.horizon().reported();
    int last = reported == null ? of.horizon().today().getYear() - 1 : reported.end().getYear();
    return of.beyond().isEmpty()
        || Forward.years(found.quote().words()).stream().anyMatch(year -> year >= last);
  }

  /// A published outlook stays with the disclaimer that follows it in the same passage.
  private static List<Quote> withDisclaimer(Candidate outlook, Case of) {
    var quotes = new ArrayList<Quote>();
    quotes.add(outlook.quote());
    of.found().candidates().stream()
        .map(Candidate::quote)
        .filter(quote -> quote.passage().id().equals(outlook.quote().passage().id()))
        .filter(quote -> quote.start() >= outlook.quote().end())
        .filter(quote -> Forward.disclaims(quote.words()))
        .min(Comparator.comparingInt(Quote::start))
        .ifPresent(quotes::add);
    return quotes;
  }

  /// The nearest disclosed fact to something deferred: the newest figure of the metric, else what
  /// the company has said on the matter.
  private static Optional<Support> nearest(Case of) {
    var newest = of.found().nearest();
    return newest.isEmpty()
        ? said(of).map(quote -> new Support.Quoted(List.of(quote)))
        : Optional.of(new Support.Stated(List.of(newest)));
  }

  private static Optional<Quote> said(Case of) {
    return of.found().candidates().stream()
        .filter(found -> found.coverage() >= Ruler.NEARBY)
        .map(Candidate::quote)
        .filter(quote -> !Forward.disclaims(quote.words()))
        .filter(quote -> quote.passage().form() == Passage.Form.PROSE)
        .findFirst();
  }
}
