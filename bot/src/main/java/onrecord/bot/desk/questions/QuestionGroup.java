package onrecord.bot.desk.questions;

import java.util.List;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;

/// Questions of one meaning.
///
/// @param question the first of them
/// @param issuer the securities code of the issuer they are about; null where none
/// @param asked how often it was asked
/// @param deferred how often an answer would have been a forecast, in whole or in part
/// @param notFound how often nothing held here said it
/// @param unhelpful how often an asker said that the answer did not help
/// @param weeks how often it was asked in each of the last weeks, the present one last
public record QuestionGroup(
    long id,
    String question,
    Language language,
    @Nullable String issuer,
    int asked,
    int deferred,
    int notFound,
    int unhelpful,
    List<Integer> weeks) {

  public QuestionGroup {
    weeks = List.copyOf(weeks);
  }

  /// How much the last week differs from the one before.
  public int trend() {
    return weeks.size() < 2 ? 0 : weeks.getLast() - weeks.get(weeks.size() - 2);
  }
}
