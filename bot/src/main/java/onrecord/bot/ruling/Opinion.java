package onrecord.bot.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading;
import onrecord.bot.ruling.Ruling.About;

/// A second opinion on whether a part of a question may be answered. It can make a ruling stricter
/// and never looser: it is asked for only where something would be said, and all that it can do is
/// object.
public interface Opinion {

  /// Never objects.
  Opinion NONE = (part, horizon) -> Optional.empty();

  /// What may speak against answering.
  enum Objection {
    /// The answer would be a forecast.
    FORECAST,
    /// It asks for something material that is not published.
    UNDISCLOSED,
    /// It asks about the share price or market value.
    PRICE,
    /// It asks what to do with shares.
    ADVICE
  }

  /// What speaks against answering a part; empty if nothing does.
  Optional<Objection> objection(Reading.Part part, Horizon horizon);

  /// The ruling in the light of this opinion.
  ///
  /// @param about what the part asks for, where it comes to be deferred
  default Ruling on(Reading.Part part, Ruling ruling, Horizon horizon, About about) {
    return switch (ruling) {
      case Ruling.Answered answered ->
          objection(part, horizon).map(found -> stricter(answered, found, about)).orElse(ruling);
      case Ruling.OutlookQuoted quoted ->
          objection(part, horizon)
              .filter(found -> found != Objection.FORECAST)
              .map(found -> stricter(quoted, found, about))
              .orElse(ruling);
      case Ruling.Deferred _, Ruling.NotDisclosed _, Ruling.Declined _ -> ruling;
    };
  }

  private static Ruling stricter(Ruling ruling, Objection objection, About about) {
    var signals = new ArrayList<Signal>(ruling.signals());
    signals.add(new Signal.Objected(objection));
    return switch (objection) {
      case FORECAST -> new Ruling.Deferred(Reason.FORECAST, about, disclosed(ruling), signals);
      case UNDISCLOSED ->
          new Ruling.Deferred(
              Reason.UNDISCLOSED_MATERIAL, About.EVENTS, Optional.empty(), List.copyOf(signals));
      case PRICE -> new Ruling.Declined(Reason.PRICE, signals);
      case ADVICE -> new Ruling.Declined(Reason.ADVICE, signals);
    };
  }

  /// What was to be answered, as far as it was disclosed as such: nothing computed, since computing
  /// may be the very way to a forecast.
  private static Optional<Support> disclosed(Ruling ruling) {
    return ruling instanceof Ruling.Answered(var support, _)
        ? switch (support) {
          case Support.Stated _, Support.LinedUp _, Support.Quoted _, Support.StatedAndQuoted _ ->
              Optional.of(support);
          case Support.StatedAndComputed(var figures, _) ->
              Optional.of(new Support.Stated(figures));
          case Support.Computed _ -> Optional.empty();
        }
        : Optional.empty();
  }
}
