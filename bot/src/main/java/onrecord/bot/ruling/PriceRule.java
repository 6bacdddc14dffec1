package onrecord.bot.ruling;

import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.ruling.Ruling.About;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Trait;

/// The share price is not commented on: one to come is deferred as a forecast, that of a past
/// period is not disclosed, and any other declined.
final class PriceRule {

  private PriceRule() {}

  static Ruling rule(Case of) {
    var signals = of.signals(Kind.PRICE);
    if (isPast(of)) {
      return new Ruling.NotDisclosed(Optional.empty(), signals);
    }
    return isAhead(of)
        ? new Ruling.Deferred(Reason.PRICE, About.RESULTS, Optional.empty(), signals)
        : new Ruling.Declined(Reason.PRICE, signals);
  }

  private static boolean isPast(Case of) {
    var periods = of.part().periods().stream().map(AskedPeriod::period).toList();
    return !periods.isEmpty() && periods.stream().noneMatch(of.horizon()::isRunning);
  }

  private static boolean isAhead(Case of) {
    return !of.part().periods().isEmpty()
        || of.has(Kind.FUTURE)
        || of.has(Kind.POSSIBILITY)
        || of.has(Kind.TARGET)
        || of.asks(Trait.PRICE_TARGET)
        || of.part().aspects().contains(Aspect.WHEN);
  }
}
