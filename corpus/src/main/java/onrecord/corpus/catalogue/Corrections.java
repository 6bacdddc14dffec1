package onrecord.corpus.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onrecord.corpus.Attribution;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Event.Act;
import onrecord.corpus.Passage;
import onrecord.corpus.catalogue.Store.Entry;
import onrecord.corpus.metadata.Corrected;

/// Links corrections with what they correct, in whichever order the two arrive, and puts them in
/// the place of what they replace from the day they are published.
final class Corrections {

  private final Store store;
  private final Instant now;

  Corrections(Store store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /// Settles all links of one disclosure: as a correction, and as what others correct.
  void settle(DisclosureId id) {
    var entries = store.entries();
    for (var correction : entries) {
      var corrects = correction.corrects();
      if (corrects == null || isWithdrawn(correction.disclosure())) {
        continue;
      }
      entries.stream()
          .filter(entry -> isMeant(correction.disclosure(), corrects, entry.disclosure()))
          .max(
              Comparator.comparing(
                  entry -> Objects.requireNonNull(entry.disclosure().publishedAt())))
          .filter(corrected ->
              correction.disclosure().id().equals(id) || corrected.disclosure().id().equals(id))
          .ifPresent(corrected -> settle(correction, corrects, corrected));
    }
  }

  private boolean isWithdrawn(Disclosure disclosure) {
    return disclosure.stateAt(now) == Disclosure.State.WITHDRAWN;
  }

  private static boolean isMeant(Disclosure correction, Corrected corrects, Disclosure other) {
    var publishedAt = correction.publishedAt();
    if (other.id().equals(correction.id())
        || !other.issuer().code().equals(correction.issuer().code())
        || other.publishedAt() == null
        || (publishedAt != null && other.publishedAt().isAfter(publishedAt))) {
      return false;
    }
    if (corrects.reference() != null) {
      return corrects.reference().equals(other.announcementNumber())
          || corrects.reference().equals(other.id().value());
    }
    return other.kind() == corrects.kind()
        && Optional.ofNullable(other.period()).equals(Optional.ofNullable(corrects.period()));
  }

  private void settle(Entry correction, Corrected corrects, Entry corrected) {
    var by = correction.disclosure().id();
    var target = corrected.disclosure().id();
    store.forgetReplacedBy(by);
    if (!target.equals(correction.disclosure().supersedes())) {
      store.link(by, target);
    }
    var from = correction.disclosure().publishedAt();
    if (from == null) {
      return;
    }
    var passages = store.passages(target);
    var stated = store.passages(by);
    if (corrects.whole() || Replacements.namesNoPart(passages, stated)) {
      store.replace(target, from, by);
      note(target, Act.CORRECTED, "Wholly, by " + by + ".");
    } else {
      replaceParts(target, passages, stated, from, by);
    }
  }

  private void replaceParts(
      DisclosureId target,
      List<Passage> passages,
      List<Passage> stated,
      Instant from,
      DisclosureId by) {
    var ordinals = Replacements.of(passages, stated);
    if (ordinals.isEmpty()) {
      note(target, Act.NOT_LOCATED, by + " corrects a part of it that was not found.");
    } else {
      store.replacePassages(target, ordinals, from, by);
      note(target, Act.CORRECTED, "%d passages, by %s.".formatted(ordinals.size(), by));
    }
  }

  private void note(DisclosureId id, Act act, String what) {
    store.note(now, Attribution.ofProgram().because(what), id, act, null);
  }
}
