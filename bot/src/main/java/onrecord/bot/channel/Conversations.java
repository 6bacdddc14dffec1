package onrecord.bot.channel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each person lately asked in each room, kept in memory only: enough to understand a
/// follow-up, and gone when the program ends.
final class Conversations {

  private static final int QUESTIONS = 6;
  private static final int CONVERSATIONS = 10_000;

  private final Map<String, Conversation> conversations =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Conversation> eldest) {
          return size() > CONVERSATIONS;
        }
      };

  /// @param questions oldest first
  /// @param lastAnswer the id of the last answer
  private record Conversation(List<String> questions, String lastAnswer) {}

  /// Earlier questions, oldest first.
  synchronized List<String> earlier(Asker asker) {
    var conversation = conversations.get(name(asker));
    return conversation == null ? List.of() : conversation.questions();
  }

  synchronized Optional<String> lastAnswer(Asker asker) {
    return Optional.ofNullable(conversations.get(name(asker))).map(Conversation::lastAnswer);
  }

  synchronized void append(Asker asker, String question, String answerId) {
    var all = new ArrayList<>(earlier(asker));
    all.add(question);
    var kept = List.copyOf(all.subList(Math.max(0, all.size() - QUESTIONS), all.size()));
    conversations.put(name(asker), new Conversation(kept, answerId));
  }

  synchronized void forget(Person person) {
    conversations.keySet().removeIf(name -> name.startsWith(person.value()));
  }

  private static String name(Asker asker) {
    return asker.person().value() + "@" + asker.address().room();
  }
}
