package onrecord.bot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.bot.composing.Draft;
import onrecord.bot.ruling.Ruling;
import onrecord.bot.ruling.Ruling.About;
import onrecord.bot.verifying.Verifier;

/// What is left of the rulings when verification has dropped what they were to say.
final class Upheld {

  private Upheld() {}

  /// A part that was to be answered and has nothing left to say is not disclosed; an outlook is
  /// deferred.
  static List<Ruling> of(List<Ruling> rulings, Draft verified) {
    var upheld = new ArrayList<Ruling>();
    for (int i = 0; i < rulings.size(); i++) {
      boolean saysNothing = verified.parts().get(i).stream().noneMatch(Verifier::isClaim);
      upheld.add(saysNothing ? without(rulings.get(i)) : rulings.get(i));
    }
    return upheld;
  }

  private static Ruling without(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Answered answered ->
          new Ruling.NotDisclosed(Optional.empty(), answered.signals());
      case Ruling.OutlookQuoted quoted ->
          new Ruling.Deferred(quoted.reason(), About.RESULTS, Optional.empty(), quoted.signals());
      case Ruling.Deferred deferred -> deferred;
      case Ruling.NotDisclosed absent -> absent;
      case Ruling.Declined declined -> declined;
    };
  }
}
