package onrecord.bot.writing;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import onrecord.bot.composing.Sentence;

/// The reply to one part, handed from the thread that writes to the one that answers.
final class PartBeingWritten {

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /// Hands over a sentence that can be told already.
  void tell(Sentence sentence) {
    events.add(new Event.Told(sentence));
  }

  /// Hands over all sentences of the part.
  void end(List<Sentence> all) {
    events.add(new Event.End(all));
  }

  /// All sentences of the part, each told as it comes.
  List<Sentence> await(Consumer<Sentence> told) {
    boolean begun = false;
    while (true) {
      switch (next()) {
        case Event.Told(var sentence) -> {
          begun = true;
          told.accept(sentence);
        }
        case Event.End(var all) -> {
          if (!begun) {
            all.forEach(told);
          }
          return all;
        }
      }
    }
  }

  private Event next() {
    try {
      return events.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while an answer was written", stopped);
    }
  }

  private sealed interface Event {

    record Told(Sentence sentence) implements Event {}

    record End(List<Sentence> all) implements Event {}
  }
}
