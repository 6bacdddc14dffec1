package onrecord.bot.terminal;

import onrecord.corpus.Corpus;
import onrecord.retrieval.SearchIndex;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// What is done before the service opens its doors: the bundled disclosures are taken where nothing
/// else is held, and the index is brought up to date.
@Component
final class Opening implements SmartLifecycle {

  private final Corpus corpus;
  private final SearchIndex index;
  private boolean open;

  Opening(Corpus corpus, SearchIndex index) {
    this.corpus = corpus;
    this.index = index;
  }

  @Override
  public synchronized void start() {
    new BundledDisclosures().takeInto(corpus);
    index.reconcile();
    open = true;
  }

  @Override
  public synchronized void stop() {
    open = false;
  }

  @Override
  public synchronized boolean isRunning() {
    return open;
  }

  /// Before the web server, which starts last.
  @Override
  public int getPhase() {
    return 0;
  }
}
