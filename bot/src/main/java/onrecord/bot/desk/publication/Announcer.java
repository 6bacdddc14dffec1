package onrecord.bot.desk.publication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import onrecord.bot.DisclosurePublished;
import onrecord.bot.answers.AuditTrail;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.retrieval.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells those who wait for a publication that its moment has come.
///
/// It publishes nothing: what counts at an instant is decided by that instant alone, whether this
/// runs or not. It looks every second, so that a clock that was set and a moment that passed while
/// nothing ran make no difference.
public final class Announcer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CuratedCorpus corpus;
  private final SearchIndex index;
  private final AuditTrail trail;
  private final Consumer<DisclosurePublished> listeners;
  private final BooleanSupplier onDuty;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("publications").factory());

  /// @param onDuty whether this one of several instances is to tell; each makes its own index ready
  public Announcer(
      CuratedCorpus corpus,
      SearchIndex index,
      AuditTrail trail,
      Consumer<DisclosurePublished> listeners,
      BooleanSupplier onDuty) {
    this.corpus = corpus;
    this.index = index;
    this.trail = trail;
    this.listeners = listeners;
    this.onDuty = onDuty;
  }

  /// Looks from now on.
  public void start() {
    var pause = PAUSE.toMillis();
    watch.scheduleWithFixedDelay(this::lookSafely, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException failure) {
      // The next look tries again.
      LOG.error("Publications could not be announced", failure);
    }
  }

  /// Announces what has become due.
  public void look() {
    var due = corpus.due();
    if (!due.isEmpty()) {
      index.reconcile();
      if (onDuty.getAsBoolean()) {
        due.forEach(this::announce);
      }
    }
    trail.follow(corpus::history);
  }

  private void announce(Disclosure disclosure) {
    listeners.accept(new DisclosurePublished(disclosure));
    corpus.announced(disclosure.id());
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
