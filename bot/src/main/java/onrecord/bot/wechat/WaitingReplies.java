package onrecord.bot.wechat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Replies on their way into the response to the message that they reply to.
///
/// WeChat waits five seconds for one, and sends a message that had none twice more: then the reply
/// that is already there is given again.
final class WaitingReplies {

  private static final int MESSAGES = 5_000;
  private static final String NONE = "";

  private final Map<String, CompletableFuture<String>> replies =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
          return size() > MESSAGES;
        }
      };

  /// Says that somebody waits for the reply to a message, before it can come.
  synchronized CompletableFuture<String> expect(String message) {
    return replies.computeIfAbsent(message, ignored -> new CompletableFuture<>());
  }

  /// Waits for a reply.
  ///
  /// @return empty if it does not come in time, after which it goes another way
  static String await(CompletableFuture<String> reply, Duration patience) {
    try {
      return reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      reply.complete(NONE);
      return reply.join();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      reply.complete(NONE);
      return reply.join();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Gives a reply to whoever waits for it.
  ///
  /// @return whether somebody does
  boolean offer(String message, String reply) {
    CompletableFuture<String> waiting;
    synchronized (this) {
      waiting = replies.get(message);
    }
    return waiting != null && waiting.complete(reply);
  }
}
