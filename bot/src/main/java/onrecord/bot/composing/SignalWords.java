package onrecord.bot.composing;

import java.util.List;
import java.util.Map;
import onrecord.bot.ruling.Signal;
import onrecord.corpus.Language;
import onrecord.prompts.Phrasebook;

/// What led to a ruling, in the language of the reply.
public final class SignalWords {

  private final Phrasebook phrases;
  private final Names names;

  public SignalWords(Phrasebook phrases, Language language) {
    this.phrases = phrases;
    this.names = new Names(phrases, language);
  }

  /// One line for each signal, in order.
  public List<String> say(List<Signal> signals) {
    return signals.stream().map(this::say).distinct().toList();
  }

  private String say(Signal signal) {
    return switch (signal) {
      case Signal.BeyondHorizon(var period, var reported) ->
          phrases.label(
              "signal.beyondHorizon",
              Map.of(
                  "period",
                  names.period(period),
                  "reported",
                  reported == null ? phrases.label("signal.nothing") : names.period(reported)));
      case Signal.Wording(var kind, var words) ->
          phrases.label(
              "signal.wording",
              Map.of("kind", phrases.label("cue." + kind), "words", phrases.spell(words)));
      case Signal.LikeExample(var kind, var example) ->
          phrases.label(
              "signal.likeExample",
              Map.of("kind", phrases.label("cue." + kind), "example", phrases.spell(example)));
      case Signal.OtherCompany(var name) ->
          phrases.label("signal.otherCompany", Map.of("name", phrases.spell(name)));
      case Signal.Disclosed() -> phrases.label("signal.disclosed");
      case Signal.Spoken() -> phrases.label("signal.spoken");
      case Signal.NotStated(var matter) ->
          phrases.label("signal.notStated", Map.of("matter", phrases.spell(matter)));
      case Signal.Leans(var degree) ->
          phrases.label("signal.leans", Map.of("percent", "%.0f".formatted(100 * degree)));
      case Signal.Objected(var objection) ->
          phrases.label(
              "signal.objected", Map.of("objection", phrases.label("objection." + objection)));
    };
  }
}
