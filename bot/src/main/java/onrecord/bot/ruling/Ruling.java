package onrecord.bot.ruling;

import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Decision;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Trait;

/// What may be said to a part of a question, with what it may be said from and the signals that led
/// there.
public sealed interface Ruling {

  /// What led to it.
  List<Signal> signals();

  /// Answer from what was disclosed.
  record Answered(Support support, List<Signal> signals) implements Ruling {}

  /// Quote what was published about the future, word for word, attributed and dated, with the risk
  /// notice.
  ///
  /// @param support the published statement
  /// @param isThirdParty whether it is a third party's estimate, which answers a question about the
  ///   market; the company's own outlook never answers, it is quoted and the rest deferred
  /// @param reason why no more is said
  record OutlookQuoted(
      Support.Quoted support, boolean isThirdParty, Reason reason, List<Signal> signals)
      implements Ruling {}

  /// Refer to the periodic reports.
  ///
  /// @param about results, which the periodic reports will state, or other events
  /// @param nearest the nearest disclosed fact, for reading on
  record Deferred(Reason reason, About about, Optional<Support> nearest, List<Signal> signals)
      implements Ruling {}

  /// Say that nothing held here says it.
  ///
  /// @param nearby what is disclosed nearby
  record NotDisclosed(Optional<Support> nearby, List<Signal> signals) implements Ruling {}

  /// Say that this is not for this assistant.
  record Declined(Reason reason, List<Signal> signals) implements Ruling {}

  /// What is deferred, since the customary wording differs.
  enum About {
    /// What the periodic reports will state.
    RESULTS,
    /// What may be announced at any time.
    EVENTS;

    static About of(Reading.Part part, Policy policy) {
      boolean ofPeriod = !part.periods().isEmpty() && !policy.has(Trait.EVENTS, part.text());
      boolean results =
          ofPeriod
              || !part.metrics().isEmpty()
              || policy.has(Trait.RESULTS, part.text())
              || part.text().isEmpty();
      return results ? RESULTS : EVENTS;
    }
  }

  /// The decision as interfaces name it.
  default Decision decision() {
    return switch (this) {
      case Answered _ -> Decision.ANSWER;
      case OutlookQuoted quoted -> quoted.isThirdParty() ? Decision.ANSWER : Decision.QUOTE_OUTLOOK;
      case Deferred _ -> Decision.DEFER;
      case NotDisclosed _ -> Decision.NOT_DISCLOSED;
      case Declined _ -> Decision.DECLINE;
    };
  }

  /// Why it was not answered; empty where it was.
  default Optional<Reason> whyNot() {
    return switch (this) {
      case Answered _ -> Optional.empty();
      case OutlookQuoted quoted ->
          quoted.isThirdParty() ? Optional.empty() : Optional.of(quoted.reason());
      case Deferred deferred -> Optional.of(deferred.reason());
      case NotDisclosed _ -> Optional.of(Reason.NOT_IN_CORPUS);
      case Declined declined -> Optional.of(declined.reason());
    };
  }
}
