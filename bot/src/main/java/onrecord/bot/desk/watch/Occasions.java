package onrecord.bot.desk.watch;

import onrecord.bot.DisclosurePublished;
import onrecord.bot.evaluation.watching.GoldenRun;
import onrecord.bot.evaluation.watching.GoldenRuns;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Tells of what may have changed answers: another program, and each publication.
final class Occasions {

  private final GoldenRuns runs;

  Occasions(GoldenRuns runs) {
    this.runs = runs;
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    runs.after(GoldenRun.START);
  }

  @EventListener
  void published(DisclosurePublished published) {
    runs.after(published.disclosure().title());
  }
}
