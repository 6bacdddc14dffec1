package onrecord.bot.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import onrecord.bot.Answer.Usage;
import onrecord.bot.model.NoReplyException.Why;

/// Asks the same thing once: whoever asks it again, or at the same time, hears the same reply.
///
/// What is the same is told by the request's contents: they hold the question, the evidence that
/// the corpus has for it, and the instruction from the prompt files; with them the model's name.
final class RememberingModel implements ChatModel {

  private final ChatModel model;
  private final Memory memory;
  private final Map<String, Lock> asking = new ConcurrentHashMap<>();

  RememberingModel(ChatModel model, Memory memory) {
    this.model = model;
    this.memory = memory;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    var key = key(request);
    var lock = asking.computeIfAbsent(key, ignored -> new ReentrantLock());
    if (!await(lock, allowance)) {
      throw new NoReplyException(
          Why.SLOW, "Somebody else's reply to the same did not come in time.");
    }
    try {
      var known = memory.reply(key);
      if (known.isPresent()) {
        heard.accept(known.get());
        return new Reply(known.get(), Usage.NONE);
      }
      var reply = model.ask(request, allowance, heard);
      memory.keep(key, reply.text());
      return reply;
    } finally {
      asking.remove(key, lock);
      lock.unlock();
    }
  }

  private static boolean await(Lock lock, Allowance allowance) {
    try {
      return lock.tryLock(
          allowance.timeLeft().toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String key(ModelRequest request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {name(), request.instruction(), request.material()}) {
        digest.update(part.getBytes(UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
