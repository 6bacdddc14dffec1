package onrecord.bot.operation.metrics;

import java.time.Clock;
import onrecord.corpus.Corpus;
import onrecord.retrieval.SearchIndex;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Whether questions can be answered: an index serves. While another is being built beside it, it
/// still does.
public final class IndexHealth extends AbstractHealthIndicator {

  private final Corpus corpus;
  private final SearchIndex index;
  private final Clock clock;

  public IndexHealth(Corpus corpus, SearchIndex index, Clock clock) {
    super("The index cannot be read");
    this.corpus = corpus;
    this.index = index;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var serves = index.progress().passages() > 0 || corpus.inForce(clock.instant()).isEmpty();
    if (serves) {
      health.up();
    } else {
      health.outOfService();
    }
  }
}
