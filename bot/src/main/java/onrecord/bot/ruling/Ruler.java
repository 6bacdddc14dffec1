package onrecord.bot.ruling;

import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Intent;
import onrecord.bot.Reading;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Findings;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling.About;
import onrecord.corpus.DisclosureKind;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Prompts;

/// Rules on what may be said to a part of a question.
///
/// The first question is of fact: has the company reported on that period yet? What lies beyond the
/// reporting horizon is deferred whatever its wording. What lies within it is deferred if it is a
/// forecast in form, by its wording or by its likeness to labelled examples. In doubt, defer.
public final class Ruler {

  /// The share of what is asked about that must stand with a sentence for it to answer.
  static final double ANSWERS = 0.62;

  /// The share that must stand in the sentence itself.
  static final double OWN = 0.3;

  /// From here on something is disclosed nearby.
  static final double NEARBY = 0.4;

  private final Policy policy;
  private final Likeness likeness;
  private final Leaning leaning;

  public Ruler(Prompts prompts) {
    policy = prompts.policy();
    likeness =
        new Likeness(
            prompts.policy().examples(), prompts.glossary(), prompts.policy().thresholds());
    leaning = new Leaning(prompts.policy().leaning(), prompts.glossary());
  }

  /// The ruling on a part, given what was found and how far was reported.
  public Ruling rule(Reading.Part part, Findings findings, Horizon horizon) {
    var course = course(part);
    var leans = leaning.degree(part, horizon.today());
    var of = new Case(part, findings, horizon, policy, leans, course.noted());
    var other = part.otherIssuer();
    if (other != null) {
      return new Ruling.Declined(Reason.OTHER_ISSUER, List.of(new Signal.OtherCompany(other)));
    }
    return switch (course.intent()) {
      case ADVICE -> new Ruling.Declined(Reason.ADVICE, of.signals(Kind.ADVICE));
      case PRICE -> PriceRule.rule(of);
      case OTHER -> other(of);
      case RUMOUR -> RumourRule.rule(of);
      case OUTLOOK -> OutlookRule.rule(of);
      case FACT -> FactRule.rule(of);
    };
  }

  /// No question, unless its wording leans to what is to come all the same.
  private static Ruling other(Case of) {
    return of.leans() >= of.policy().thresholds().leansAnswered()
            && !of.has(Kind.SMALL_TALK)
            && !of.has(Kind.INSTRUCTION)
        ? OutlookRule.rule(of.leaning())
        : new Ruling.Declined(Reason.NOT_A_QUESTION, of.signals(Kind.SMALL_TALK, Kind.INSTRUCTION));
  }

  /// What a part is after, by its wording or by an example that it is like.
  private record Course(Intent intent, List<Signal> noted) {}

  private Course course(Reading.Part part) {
    return likeness
        .decisive(part)
        .map(like -> new Course(like.intent(), List.of(like.signal())))
        .orElseGet(() -> new Course(part.intent(), List.of()));
  }

  /// Whether a part asks for results, which the periodic reports will state, or for another event.
  public About about(Reading.Part part) {
    return About.of(part, policy);
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
}
