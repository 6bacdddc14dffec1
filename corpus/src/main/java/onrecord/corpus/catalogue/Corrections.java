package onrecord.corpus.catalogue;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.catalogue.Store.Entry;
import onrecord.corpus.metadata.Corrected;

/// Links corrections with what they correct, in whichever order the two arrive, and ends what they
/// replace from the day they are published.
final class Corrections {

  private final Store store;

  Corrections(Store store) {
    this.store = store;
  }

  /// Settles all links of one disclosure: as a correction, and as what others correct.
  void settle(DisclosureId id) {
    var entries = store.entries();
    for (var correction : entries) {
      var corrects = correction.corrects();
      if (corrects == null) {
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
    store.reviveEndedBy(by);
    if (!target.equals(correction.disclosure().supersedes())) {
      store.link(by, target);
    }
    var from = correction.disclosure().publishedAt();
    if (from == null) {
      return;
    }
    if (corrects.whole()) {
      store.end(target, from, by);
    } else {
      var ordinals = Replacements.of(store.passages(target), store.passages(by));
      store.endPassages(target, ordinals, from, by);
    }
  }
}
