package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.finding.Findings;
import onrecord.bot.ruling.Ruling.About;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Trait;

/// A part of a question to be ruled on, with all that bears on it.
///
/// @param found what disclosures hold on it
/// @param horizon how far was reported
/// @param leans how far its wording as a whole leans to what is to come, 0 to 1
/// @param noted what is known to speak for one ruling or another before the rules are asked
record Case(
    Reading.Part part,
    Findings found,
    Horizon horizon,
    Policy policy,
    double leans,
    List<Signal> noted) {

  Case {
    noted = List.copyOf(noted);
  }

  boolean has(Kind kind) {
    return part.hasCue(kind);
  }

  boolean asks(Trait trait) {
    return policy.has(trait, part.text());
  }

  /// The periods asked about that lie beyond what was reported.
  List<AskedPeriod> beyond() {
    return part.periods().stream().filter(asked -> horizon.isBefore(asked.period())).toList();
  }

  /// The same, its leaning noted as what led to the ruling.
  Case leaning() {
    var more = new ArrayList<>(noted);
    more.add(new Signal.Leans(leans));
    return new Case(part, found, horizon, policy, leans, more);
  }

  /// Whether the answer will stand in a periodic report, or may stand in any announcement.
  About about() {
    return About.of(part, policy);
  }

  /// What was noted, and the wordings of some kinds.
  List<Signal> signals(Kind... kinds) {
    var wanted = Set.of(kinds);
    return Stream.concat(noted.stream(), wordings().filter(cue -> wanted.contains(cue.kind())))
        .toList();
  }

  /// What was noted, the periods that lie beyond the horizon, and all wordings.
  List<Signal> signalsOfOutlook() {
    var signals = new ArrayList<>(noted);
    beyond()
        .forEach(
            asked -> signals.add(new Signal.BeyondHorizon(asked.period(), horizon.reported())));
    wordings().forEach(signals::add);
    return List.copyOf(signals);
  }

  private Stream<Signal.Wording> wordings() {
    return part.cues().stream().map(cue -> new Signal.Wording(cue.kind(), cue.words()));
  }
}
