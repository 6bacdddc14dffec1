package onrecord.bot.evaluation;

import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import org.jspecify.annotations.Nullable;

/// A question of a suite, with what a right answer must and must not hold.
///
/// @param id unique within its suite
/// @param lang the language asked in: `zh`, `zh-Hant`, `en`, `pinyin`
/// @param kind what it tests, such as `fact` or `forecast`
/// @param asOf an ISO-8601 instant with offset; null for now
/// @param conversation earlier questions of the same conversation
/// @param verdicts the verdicts accepted
/// @param facts each a list of equivalent strings, one of which the text must hold
/// @param forbidden strings that the text must not hold
/// @param citations the gold places, each of which must be cited
public record SuiteQuestion(
    String id,
    String question,
    String lang,
    String kind,
    @Nullable String asOf,
    @Nullable String issuer,
    List<String> conversation,
    Set<Verdict> verdicts,
    List<List<String>> facts,
    List<String> forbidden,
    List<GoldPlace> citations) {

  /// Where a fact stands.
  ///
  /// @param announcementNumber the disclosure's number; null where `file` names it
  /// @param file the original's file name; null where the number names it
  /// @param item the question's number in a record; null where the place is a page or the whole
  ///   document
  /// @param pages the pages on any of which it stands; empty where the place is an item or the
  ///   whole document
  public record GoldPlace(
      @Nullable String announcementNumber,
      @Nullable String file,
      @Nullable String item,
      List<Integer> pages) {}

  /// Whether nothing but a deferral is right.
  public boolean mustBeDeferred() {
    return !verdicts.contains(Verdict.ANSWERED)
        && (verdicts.contains(Verdict.DEFERRED) || verdicts.contains(Verdict.PARTLY_DEFERRED));
  }
}
