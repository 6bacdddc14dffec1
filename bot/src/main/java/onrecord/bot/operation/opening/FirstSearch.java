package onrecord.bot.operation.opening;

import java.time.Clock;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.retrieval.Query;
import onrecord.retrieval.SearchIndex;

/// Searches once in each language that is held, while the rest of the program still starts, so that
/// the first question need not wait until models are loaded.
public record FirstSearch(Corpus corpus, SearchIndex index, Clock clock) {

  /// Searches from now on, on a thread of its own.
  public void start() {
    Thread.ofPlatform().daemon().name("first-search").start(this::search);
  }

  private void search() {
    var now = clock.instant();
    try {
      corpus.inForce(now).stream()
          .map(Disclosure::language)
          .distinct()
          .forEach(language -> index.retrieve(Query.of("2024", language, now, 1)));
    } catch (RuntimeException notYet) {
      // The program may be closed already; and what is really amiss, the first question will meet.
    }
  }
}
