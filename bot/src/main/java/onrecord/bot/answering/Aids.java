package onrecord.bot.answering;

import onrecord.bot.composing.Composer;
import onrecord.bot.finding.SearchAid;
import onrecord.bot.ruling.Opinion;

/// What helps to answer one question: it may find more, rule more strictly and write more freely
/// than the rules do alone.
public record Aids(SearchAid searchAid, Opinion opinion, Composer composer) {

  /// The rules alone.
  public static Aids none(Composer composer) {
    return new Aids(SearchAid.NONE, Opinion.NONE, composer);
  }

  /// Gives each question its own, since time and cost are counted by question.
  public interface Source {
    Aids forOneQuestion();
  }
}
