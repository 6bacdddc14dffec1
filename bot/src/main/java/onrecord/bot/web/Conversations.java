package onrecord.bot.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The last questions of each conversation, kept in memory only and for a bounded number of
/// conversations: enough to understand a follow-up, and gone when the program ends.
final class Conversations {

  private static final int QUESTIONS = 6;
  private static final int CONVERSATIONS = 10_000;

  private final Map<String, List<String>> questions =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > CONVERSATIONS;
        }
      };

  /// Earlier questions, oldest first; none for the empty name.
  synchronized List<String> earlier(String conversation) {
    return conversation.isEmpty() ? List.of() : questions.getOrDefault(conversation, List.of());
  }

  synchronized void append(String conversation, String question) {
    if (conversation.isEmpty()) {
      return;
    }
    var all = new ArrayList<>(questions.getOrDefault(conversation, List.of()));
    all.add(question);
    questions.put(
        conversation, List.copyOf(all.subList(Math.max(0, all.size() - QUESTIONS), all.size())));
  }
}
