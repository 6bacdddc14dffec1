package onrecord.bot.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A memory that ends with the test.
public final class InMemory implements Memory {

  private final Map<String, String> replies = new HashMap<>();
  private final Map<LocalDate, Long> spent = new HashMap<>();

  @Override
  public synchronized Optional<String> reply(String request) {
    return Optional.ofNullable(replies.get(request));
  }

  @Override
  public synchronized void keep(String request, String reply) {
    replies.putIfAbsent(request, reply);
  }

  @Override
  public synchronized long spent(LocalDate day) {
    return spent.getOrDefault(day, 0L);
  }

  @Override
  public synchronized void spend(LocalDate day, long tokens) {
    spent.merge(day, tokens, Long::sum);
  }
}
