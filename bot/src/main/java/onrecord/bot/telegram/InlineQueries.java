package onrecord.bot.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/// The last query that each person typed inline: while somebody types on, the earlier ones need no
/// answer.
final class InlineQueries {

  private static final int PERSONS = 10_000;

  private final Map<String, String> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > PERSONS;
        }
      };

  synchronized void arrived(String room, String query) {
    latest.put(room, query);
  }

  /// Whether no later query is known.
  synchronized boolean isLatest(String room, String query) {
    return latest.getOrDefault(room, query).equals(query);
  }
}
