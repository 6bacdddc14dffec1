package onrecord.bot.answering;

import java.util.function.Supplier;
import onrecord.bot.Answer.Usage;
import onrecord.bot.composing.Composer;
import onrecord.bot.finding.SearchAid;
import onrecord.bot.ruling.Opinion;

/// What helps to answer one question: it may find more, rule more strictly and write more freely
/// than the rules do alone.
///
/// @param usage what it has cost so far
public record Aids(SearchAid searchAid, Opinion opinion, Composer composer, Supplier<Usage> usage) {

  /// The rules alone.
  public static Aids none(Composer composer) {
    return new Aids(SearchAid.NONE, Opinion.NONE, composer, () -> Usage.NONE);
  }

  /// Gives each question its own, since time and cost are counted by question.
  public interface Source {
    Aids forOneQuestion();
  }
}
