package onrecord.bot.ruling;

import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.finding.Forward;
import onrecord.bot.ruling.Ruling.About;
import onrecord.prompts.Policy.Kind;

/// Rumours are neither confirmed nor denied, unless the company has: then its own dated words are
/// quoted. What is not published is not told.
final class RumourRule {

  private RumourRule() {}

  static Ruling rule(Case of) {
    return of.found().candidates().stream()
        .filter(candidate -> candidate.own() >= Ruler.ANSWERS)
        .filter(candidate -> Forward.denies(candidate.quote().words()))
        .findFirst()
        .<Ruling>map(reply ->
            new Ruling.Answered(
                new Support.Quoted(List.of(reply.quote())), List.of(new Signal.Spoken())))
        .orElseGet(() -> undisclosed(of));
  }

  static Ruling undisclosed(Case of) {
    return new Ruling.Deferred(
        Reason.UNDISCLOSED_MATERIAL,
        About.EVENTS,
        Optional.empty(),
        of.signals(Kind.RUMOUR, Kind.UNDISCLOSED));
  }
}
