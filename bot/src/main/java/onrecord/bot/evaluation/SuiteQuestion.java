package onrecord.bot.evaluation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import onrecord.bot.Question;
import onrecord.bot.Verdict;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// A question of a suite, with what a right answer must and must not hold.
///
/// @param id unique within its suite
/// @param lang the language asked in: `zh`, `zh-Hant`, `en`, `pinyin`
/// @param kind what it tests, such as `fact` or `forecast`
/// @param asOf an ISO-8601 instant with offset; null for now
/// @param conversation earlier questions of the same conversation
/// @param verdicts the verdicts accepted, at least one
/// @param facts each a list of equivalent strings, one of which the text must hold
/// @param forbidden strings that the text must not hold
/// @param citations the gold places, each of which must be cited
/// @param figures the figures that the text must state, for [Measure]s of figures
/// @param group names the questions that ask the same thing in other words; null where it stands
///   alone
/// @param variant in which way it differs from the others of its group: `formal`, `typo`, `english`
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
    List<GoldPlace> citations,
    List<GoldFigure> figures,
    @Nullable String group,
    @Nullable String variant) {

  public SuiteQuestion {
    conversation = List.copyOf(conversation);
    facts = facts.stream().map(List::copyOf).toList();
    forbidden = List.copyOf(forbidden);
    citations = List.copyOf(citations);
    figures = List.copyOf(figures);
  }

  /// The question as an investor puts it.
  ///
  /// @param clock tells the instant where none is given
  public Question asked(Clock clock) {
    return new Question(
        question,
        asOf == null ? clock.instant() : OffsetDateTime.parse(asOf).toInstant(),
        issuer == null ? null : new SecuritiesCode(issuer),
        null,
        conversation);
  }

  /// Where a fact stands: any of these spots is right.
  public record GoldPlace(List<Spot> spots) {

    public GoldPlace {
      spots = List.copyOf(spots);
    }

    /// The one spot that is right.
    public static GoldPlace at(Spot spot) {
      return new GoldPlace(List.of(spot));
    }
  }

  /// A spot in a disclosure.
  ///
  /// @param announcementNumber the disclosure's number; null where `file` names it
  /// @param file the original's file name; null where the number names it
  /// @param item the question's number in a record; null where the spot is a page or the whole
  ///   document
  /// @param pages the pages on any of which it stands; empty where the spot is an item or the whole
  ///   document
  /// @param row the heading of the row, for a person to find the cell by; not held against answers
  /// @param column the heading of the column, likewise
  public record Spot(
      @Nullable String announcementNumber,
      @Nullable String file,
      @Nullable String item,
      List<Integer> pages,
      @Nullable String row,
      @Nullable String column) {

    public Spot {
      pages = List.copyOf(pages);
    }

    /// On some pages, or anywhere in the document where there are none.
    public static Spot onPages(@Nullable String announcementNumber, List<Integer> pages) {
      return new Spot(announcementNumber, null, null, pages, null, null);
    }
  }

  /// A figure that a right answer states.
  ///
  /// @param value in the unit
  /// @param unit as printed: `元`, `万元`, `%`; empty where any is right
  /// @param period that it is stated for; null where it does not matter
  /// @param tolerance by which share of the gold value a stated one may differ from it
  public record GoldFigure(
      BigDecimal value, String unit, @Nullable Span period, BigDecimal tolerance) {}

  /// From one day to another, both included; one and the same for a balance.
  public record Span(LocalDate from, LocalDate to) {}

  /// Whether nothing but a deferral is right.
  public boolean mustBeDeferred() {
    return !verdicts.contains(Verdict.ANSWERED)
        && (verdicts.contains(Verdict.DEFERRED) || verdicts.contains(Verdict.PARTLY_DEFERRED));
  }

  /// Whether a deferral, whole or in part, is wrong.
  public boolean mustNotBeDeferred() {
    return !verdicts.contains(Verdict.DEFERRED) && !verdicts.contains(Verdict.PARTLY_DEFERRED);
  }

  /// Whether nothing but turning it away is right: nothing held here answers it.
  public boolean isUnanswerable() {
    return !verdicts.contains(Verdict.ANSWERED)
        && !verdicts.contains(Verdict.PARTLY_DEFERRED)
        && (verdicts.contains(Verdict.NOT_DISCLOSED) || verdicts.contains(Verdict.OUT_OF_SCOPE));
  }
}
