package onrecord.bot.ruling;

import java.util.List;
import onrecord.bot.finding.Computation;
import onrecord.bot.finding.FoundFigure;
import onrecord.bot.finding.Lineup;
import onrecord.bot.finding.Quote;

/// What an answer rests on.
public sealed interface Support {

  /// Figures: a list for each metric and period, the most authoritative first.
  record Stated(List<List<FoundFigure>> figures) implements Support {}

  /// A value computed from figures.
  record Computed(Computation computation) implements Support {}

  /// Figures that were asked for, and a value computed from others.
  record StatedAndComputed(List<List<FoundFigure>> figures, Computation computation)
      implements Support {}

  /// The figures of several segments side by side.
  record LinedUp(Lineup lineup) implements Support {}

  /// Sentences or rows, word for word.
  record Quoted(List<Quote> quotes) implements Support {}

  /// Figures, and sentences that say more of them: the reason, the definition.
  record StatedAndQuoted(List<List<FoundFigure>> figures, List<Quote> quotes) implements Support {}
}
