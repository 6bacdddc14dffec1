package onrecord.corpus.figures;

import java.util.regex.Pattern;
import onrecord.corpus.Change.Against;
import org.jspecify.annotations.Nullable;

/// Words before a number that set it against an earlier one.
sealed interface Comparison {

  /// 同比增长: the number is a change.
  ///
  /// @param subject what changed, if the words say so; else what was spoken of last
  /// @param against null if the words do not say
  record Change(String subject, @Nullable Against against, boolean isDecline)
      implements Comparison {}

  /// 较上年同期: the number is the earlier one.
  ///
  /// @param isYearEarlier whether it counts the same period, a year before
  record Earlier(boolean isYearEarlier) implements Comparison {}

  String DECLINE = "下降|减少|降低|下滑|减幅|降幅|回落|收窄|下跌|减亏";

  Pattern CHANGE =
      Pattern.compile(
          "(?<who>.*?)(?<comparator>同比|环比|[较比][^\\d]{0,14}?(?:同期|[上去].{0,3}[年期度末]|年初|期初|上月|上季度?))?(?:的)?"
              + "(?:大幅|略有?|小幅|约|仅|又|均|分别|实现)*"
              + "(?<direction>增长|增加|上升|提高|提升|增幅|涨幅|上涨|升幅|"
              + DECLINE
              + ")(?:了|约|幅度?|率|为|达到?|比例|近|超过?|：|:)*");
  Pattern EARLIER =
      Pattern.compile(
          "(?:而|[较比]|由|上述)*(?<when>(?:上年度?|去年|上一年度?)(?:的?同期)?|上年?期?末|年初|期初|(?:19|20)\\d{2}年(?:同期|末|度)?)(?:的|为|是|数)*");

  /// Reads the words of a clause before its number; null if they compare nothing.
  static @Nullable Comparison of(String lead) {
    var change = CHANGE.matcher(lead);
    if (change.matches()) {
      var comparator = change.group("comparator");
      return new Change(
          change.group("who").replaceAll("^(?:其中|且|并|而|也|均)+", ""),
          comparator == null ? null : ChangeWords.against(comparator),
          change.group("direction").matches(DECLINE));
    }
    var earlier = EARLIER.matcher(lead);
    return earlier.matches()
        ? new Earlier(earlier.group("when").matches("(?:上年度?|去年|上一年度?)(?:的?同期)?"))
        : null;
  }
}
