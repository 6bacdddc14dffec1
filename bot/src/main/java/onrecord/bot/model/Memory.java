package onrecord.bot.model;

import java.time.LocalDate;
import java.util.Optional;

/// What outlives a restart: what a chat model has replied, so that everyone is told the same, and
/// what it has cost.
public interface Memory {

  /// What was replied to a request.
  ///
  /// @param request a name for its contents
  Optional<String> reply(String request);

  /// Keeps a reply; the first one counts.
  void keep(String request, String reply);

  /// How many tokens were spent on a day.
  long spent(LocalDate day);

  /// Adds to what was spent.
  void spend(LocalDate day, long tokens);
}
