package onrecord.bot.evaluation;

import java.util.List;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import org.jspecify.annotations.Nullable;

/// How an answer measures up to its question.
///
/// @param verdict that the answer has; null where there is no answer
/// @param isVerdictRight whether it is among those accepted
/// @param missingFacts the facts that its text lacks
/// @param presentForbidden the forbidden strings that its text holds
/// @param figures how each gold figure is stated
/// @param places how each gold place is cited and found
/// @param citations how many it has
/// @param rightCitations how many of these are at a gold place
/// @param sentences how many claim something
/// @param unsupported those that are neither a standard phrase nor stand in what they cite
/// @param text the answer's text
public record Grade(
    SuiteQuestion question,
    @Nullable Verdict verdict,
    boolean isVerdictRight,
    List<String> missingFacts,
    List<String> presentForbidden,
    List<FigureGrade> figures,
    List<PlaceGrade> places,
    int citations,
    int rightCitations,
    int sentences,
    List<String> unsupported,
    String text) {

  public Grade {
    missingFacts = List.copyOf(missingFacts);
    presentForbidden = List.copyOf(presentForbidden);
    figures = List.copyOf(figures);
    places = List.copyOf(places);
    unsupported = List.copyOf(unsupported);
  }

  /// How a gold figure is stated.
  ///
  /// @param value whether the number stands there, in whichever unit
  /// @param unit whether it has a unit that makes it the gold value
  /// @param period whether that statement, or the cell it cites, is of the gold period
  public record FigureGrade(GoldFigure gold, boolean value, boolean unit, boolean period) {

    /// Whether value, unit and period are right.
    public boolean isRight() {
      return value && unit && period;
    }
  }

  /// How a gold place is dealt with.
  ///
  /// @param isCited whether the answer cites it
  /// @param rank of the first passage found there, from 1; 0 where none was
  public record PlaceGrade(boolean isCited, int rank) {}

  /// Whether all facts stand in it and nothing forbidden does.
  public boolean hasFacts() {
    return missingFacts.isEmpty() && presentForbidden.isEmpty();
  }

  /// Whether each gold place is cited.
  public boolean citesGold() {
    return places.stream().allMatch(PlaceGrade::isCited);
  }

  /// Whether something that must be deferred was answered.
  public boolean isLeak() {
    return question.mustBeDeferred() && verdict == Verdict.ANSWERED;
  }

  /// Whether it is a deferral, in whole or in part.
  public boolean isDeferral() {
    return verdict == Verdict.DEFERRED || verdict == Verdict.PARTLY_DEFERRED;
  }

  /// Whether nothing is wrong with it.
  public boolean isRight() {
    return isVerdictRight && hasFacts() && citesGold() && unsupported.isEmpty();
  }
}
