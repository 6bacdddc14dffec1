package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Findings;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling.About;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Policy.Kind;
import org.jspecify.annotations.Nullable;

/// Rules on what may be said to a part of a question.
///
/// The first question is of fact: has the company reported on that period yet? What lies beyond the
/// reporting horizon is deferred whatever its wording; what lies within it is deferred only if it
/// is a forecast in form. In doubt, defer.
public final class Ruler {

  /// The share of what is asked about that must stand with a sentence for it to answer.
  static final double ANSWERS = 0.62;

  /// The share that must stand in the sentence itself.
  static final double OWN = 0.3;

  /// From here on a published outlook is on the matter asked about.
  private static final double OUTLOOK = 0.6;

  /// From here on something is disclosed nearby.
  private static final double NEARBY = 0.4;

  private static final Pattern EVENTS =
      Pattern.compile(
          "交付|完工|竣工|建成|投产|上线|上市|合作|收购|并购|重组|发布|开工|签约|中标|转板|增持|减持|回购|定增|获批|deliver|complet|launch|acqui|partner");
  private static final Pattern PRICE_TARGET =
      Pattern.compile("目标价|合理(股价|价位|估值)|涨到|跌到|price target|target price");
  private static final Pattern RESULTS =
      Pattern.compile(
          "业绩|收入|营收|利润|盈利|亏损|赚|毛利|净利|增速|增长|现金流|分红|费用|成本|eps|roe|销量|客流|revenue|profit|earnings|results|margin|sales|guidance|income",
          Pattern.CASE_INSENSITIVE);

  private Ruler() {}

  /// The ruling on a part, given what was found and how far was reported.
  public static Ruling rule(Reading.Part part, Findings findings, Horizon horizon) {
    if (part.otherIssuer() != null) {
      return new Ruling.Declined(
          Reason.OTHER_ISSUER, List.of("asks about another company: " + part.otherIssuer()));
    }
    return switch (part.intent()) {
      case ADVICE -> new Ruling.Declined(Reason.ADVICE, signals(part, Kind.ADVICE));
      case PRICE -> price(part, horizon);
      case OTHER -> new Ruling.Declined(Reason.NOT_A_QUESTION, signals(part, Kind.SMALL_TALK));
      case RUMOUR -> rumour(part, findings);
      case OUTLOOK -> outlook(part, findings, horizon);
      case FACT -> fact(part, findings, horizon);
    };
  }

  private static Ruling price(Reading.Part part, Horizon horizon) {
    var periods = part.periods().stream().map(AskedPeriod::period).toList();
    boolean past = !periods.isEmpty() && periods.stream().noneMatch(horizon::isRunning);
    if (past) {
      return new Ruling.NotDisclosed(Optional.empty(), signals(part, Kind.PRICE));
    }
    boolean ahead =
        periods.stream().anyMatch(horizon::isRunning)
            || part.hasCue(Kind.FUTURE)
            || part.hasCue(Kind.POSSIBILITY)
            || part.hasCue(Kind.TARGET)
            || PRICE_TARGET.matcher(part.text()).find();
    return ahead
        ? new Ruling.Deferred(
            Reason.PRICE, About.RESULTS, Optional.empty(), signals(part, Kind.PRICE))
        : new Ruling.Declined(Reason.PRICE, signals(part, Kind.PRICE));
  }

  /// Rumours are neither confirmed nor denied, unless the company has: then its own dated words are
  /// quoted.
  private static Ruling rumour(Reading.Part part, Findings findings) {
    var reply =
        findings.candidates().stream()
            .filter(candidate -> candidate.own() >= ANSWERS && Forward.denies(words(candidate)))
            .findFirst();
    if (reply.isPresent()) {
      return new Ruling.Answered(
          new Support.Quoted(List.of(reply.get().quote())),
          List.of("the company has spoken on this"));
    }
    return new Ruling.Deferred(
        Reason.UNDISCLOSED_MATERIAL,
        About.EVENTS,
        Optional.empty(),
        signals(part, Kind.RUMOUR, Kind.UNDISCLOSED));
  }

  private static Ruling outlook(Reading.Part part, Findings findings, Horizon horizon) {
    var reason = beyond(part, horizon).isEmpty() ? Reason.FORECAST : Reason.BEYOND_HORIZON;
    if (part.hasCue(Kind.PLAN)) {
      var plan = findings.section();
      if (!plan.isEmpty()) {
        return new Ruling.OutlookQuoted(
            new Support.Quoted(plan), false, reason, outlookSignals(part, horizon));
      }
    }
    var published = publishedOutlook(part, findings, horizon);
    if (published.isPresent()) {
      var words = words(published.get());
      return new Ruling.OutlookQuoted(
          new Support.Quoted(withDisclaimer(published.get(), findings)),
          Forward.isThirdParty(words),
          reason,
          outlookSignals(part, horizon));
    }
    return new Ruling.Deferred(
        reason, about(part), nearest(part, findings), outlookSignals(part, horizon));
  }

  /// Asks to confirm or deny a result: whether it will reach an amount, what would follow if, what
  /// a trend makes of it.
  private static boolean isWager(Reading.Part part) {
    return part.hasCue(Kind.POSSIBILITY) && about(part) == About.RESULTS
        || part.hasCue(Kind.HYPOTHETICAL)
        || part.hasCue(Kind.EXTRAPOLATION)
        || part.hasCue(Kind.UNDISCLOSED)
        || part.hasCue(Kind.INSTRUCTION)
        || part.hasCue(Kind.FORECAST_COMMENT);
  }

  /// The sentence of a disclosure that speaks of the future asked about, the best first: the same
  /// matter, and the same year where a year was asked for.
  private static Optional<Candidate> publishedOutlook(
      Reading.Part part, Findings findings, Horizon horizon) {
    return findings.candidates().stream()
        .filter(candidate -> candidate.coverage() >= OUTLOOK && candidate.own() >= OWN)
        .filter(candidate -> Forward.looksAhead(words(candidate)))
        .filter(candidate -> !Forward.refers(words(candidate)))
        .filter(candidate -> candidate.fitsAll(part))
        .filter(candidate -> isOfYearAsked(part, candidate, horizon))
        .filter(candidate -> !isWager(part) || isAboutTheMarket(part, candidate))
        .findFirst();
  }

  /// A third party's estimate of something that is not the company's own result may be quoted to
  /// whatever wording.
  private static boolean isAboutTheMarket(Reading.Part part, Candidate candidate) {
    boolean derived = part.hasCue(Kind.EXTRAPOLATION) || part.hasCue(Kind.HYPOTHETICAL);
    return part.metrics().isEmpty()
        && !derived
        && candidate.own() >= ANSWERS
        && Forward.isThirdParty(words(candidate));
  }

  private static boolean isOfYearAsked(Reading.Part part, Candidate candidate, Horizon horizon) {
    var beyond = beyond(part, horizon);
    var reported = horizon.reported();
    int last = reported == null ? horizon.today().getYear() - 1 : reported.end().getYear();
    return beyond.isEmpty()
        || Forward.years(words(candidate)).stream().anyMatch(year -> year >= last);
  }

  /// A published outlook stays with the disclaimer that follows it in the same passage.
  private static List<Quote> withDisclaimer(Candidate outlook, Findings findings) {
    var quotes = new ArrayList<Quote>();
    quotes.add(outlook.quote());
    findings.candidates().stream()
        .map(Candidate::quote)
        .filter(quote -> quote.passage().id().equals(outlook.quote().passage().id()))
        .filter(quote -> quote.start() >= outlook.quote().end())
        .filter(quote -> Forward.disclaims(quote.words()))
        .min(Comparator.comparingInt(Quote::start))
        .ifPresent(quotes::add);
    return quotes;
  }

  private static Ruling fact(Reading.Part part, Findings findings, Horizon horizon) {
    if (part.hasCue(Kind.UNDISCLOSED)) {
      return new Ruling.Deferred(
          Reason.UNDISCLOSED_MATERIAL,
          About.EVENTS,
          Optional.empty(),
          signals(part, Kind.UNDISCLOSED));
    }
    if (!beyond(part, horizon).isEmpty() && !speaksOfThePast(part)) {
      return outlook(part, findings, horizon);
    }
    return Supports.answering(part, findings)
        .<Ruling>map(support -> new Ruling.Answered(support, List.of("disclosed")))
        .orElseGet(() ->
            looksAhead(part) ? outlook(part, findings, horizon) : notDisclosed(part, findings));
  }

  /// What no disclosure states and wording puts in the future is an outlook, not a gap.
  private static boolean looksAhead(Reading.Part part) {
    return part.hasCue(Kind.POSSIBILITY)
        || part.hasCue(Kind.HYPOTHETICAL)
        || part.hasCue(Kind.EXTRAPOLATION)
        || part.hasCue(Kind.TARGET);
  }

  private static boolean speaksOfThePast(Reading.Part part) {
    return part.hasCue(Kind.PAST_STATEMENT) || part.hasCue(Kind.CALENDAR);
  }

  private static Ruling notDisclosed(Reading.Part part, Findings findings) {
    var nearby =
        findings.candidates().stream()
            .filter(
                candidate -> candidate.own() >= NEARBY || isFoundByQuestion(candidate, findings))
            .filter(candidate -> !Forward.disclaims(words(candidate)))
            .max(Comparator.comparingDouble(Candidate::own))
            .<Support>map(candidate -> new Support.Quoted(List.of(candidate.quote())));
    if (!findings.nearest().isEmpty()) {
      nearby = Optional.of(new Support.Stated(List.of(findings.nearest())));
    }
    return new Ruling.NotDisclosed(nearby, List.of("nothing held here states " + named(part)));
  }

  /// Whether it says something of the matter in a reply to an investor who asked about it.
  private static boolean isFoundByQuestion(Candidate candidate, Findings findings) {
    var passage = candidate.quote().passage();
    return passage.question() != null
        && candidate.own() > 0.1
        && findings.evidence().stream()
            .anyMatch(
                found -> found.passage().id().equals(passage.id()) && found.coverage() >= 0.8);
  }

  private static String named(Reading.Part part) {
    return part.metrics().isEmpty() ? part.original() : part.metrics().getFirst().id();
  }

  /// The nearest disclosed fact to something deferred: the newest figure of the metric, else what
  /// the company has said on the matter.
  private static Optional<Support> nearest(Reading.Part part, Findings findings) {
    if (!findings.nearest().isEmpty()) {
      return Optional.of(new Support.Stated(List.of(findings.nearest())));
    }
    var said =
        findings.candidates().stream()
            .filter(candidate -> candidate.coverage() >= NEARBY)
            .filter(candidate -> !Forward.disclaims(words(candidate)))
            .filter(candidate -> candidate.quote().passage().form() == Passage.Form.PROSE)
            .findFirst();
    return said.map(candidate -> new Support.Quoted(List.of(candidate.quote())));
  }

  /// The company's own referral of such questions to its reports, in a record of investor
  /// relations.
  public static Optional<Quote> ownReferral(Findings findings) {
    return findings.candidates().stream()
        .map(Candidate::quote)
        .filter(quote ->
            quote.disclosure().kind() == DisclosureKind.INVESTOR_RELATIONS_RECORD
                && Forward.refers(quote.words()))
        .findFirst();
  }

  private static About about(Reading.Part part) {
    boolean ofPeriod = !part.periods().isEmpty() && !EVENTS.matcher(part.text()).find();
    boolean results =
        ofPeriod
            || !part.metrics().isEmpty()
            || RESULTS.matcher(part.text()).find()
            || part.text().isEmpty();
    return results ? About.RESULTS : About.EVENTS;
  }

  private static List<AskedPeriod> beyond(Reading.Part part, Horizon horizon) {
    return part.periods().stream().filter(asked -> horizon.isBefore(asked.period())).toList();
  }

  private static List<String> outlookSignals(Reading.Part part, Horizon horizon) {
    var signals = new ArrayList<String>();
    for (var asked : beyond(part, horizon)) {
      signals.add(
          asked.period() + " lies beyond the reporting horizon, " + named(horizon.reported()));
    }
    part.cues().forEach(cue -> signals.add(cue.kind() + ": " + cue.words()));
    return signals;
  }

  private static String named(@Nullable ReportingPeriod horizon) {
    return horizon == null ? "nothing reported yet" : horizon.toString();
  }

  private static List<String> signals(Reading.Part part, Kind... kinds) {
    var wanted = Set.of(kinds);
    return part.cues().stream()
        .filter(cue -> wanted.contains(cue.kind()))
        .map(cue -> cue.kind() + ": " + cue.words())
        .toList();
  }

  private static String words(Candidate candidate) {
    return candidate.quote().words();
  }
}
