package onrecord.bot.console;

import java.time.Instant;
import java.util.List;
import onrecord.corpus.Disclosure;

/// A disclosure as the console lists it.
///
/// @param doubts what a person should look at before it is published, by key
public record DisclosureRow(Disclosure disclosure, Disclosure.State state, List<String> doubts) {

  static DisclosureRow of(Disclosure disclosure, List<String> doubts, Instant now) {
    return new DisclosureRow(disclosure, disclosure.stateAt(now), doubts);
  }

  public boolean isPublishable() {
    return state == Disclosure.State.DRAFT || state == Disclosure.State.SCHEDULED;
  }

  public boolean isEndable() {
    return isPublishable() || state == Disclosure.State.PUBLISHED;
  }
}
