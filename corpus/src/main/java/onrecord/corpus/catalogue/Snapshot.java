package onrecord.corpus.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Passage;
import onrecord.corpus.Replacement;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.catalogue.Store.Entry;

/// What is catalogued, at one revision of the catalogue.
///
/// @param revision counts every change, those that no reader sees included
/// @param entries in order of publication
/// @param replaced when corrections stood in the place of passages, by disclosure and ordinal
/// @param effects from when each change shows to readers, in order of time
record Snapshot(
    long revision,
    List<Entry> entries,
    Map<DisclosureId, Disclosure> byId,
    Map<DisclosureId, Map<Integer, List<Replacement>>> replaced,
    List<Instant> effects) {

  static final Snapshot NONE = of(-1, List.of(), Map.of(), List.of());

  static Snapshot of(
      long revision,
      List<Entry> entries,
      Map<DisclosureId, Map<Integer, List<Replacement>>> replaced,
      List<Instant> effects) {
    return new Snapshot(
        revision,
        List.copyOf(entries),
        entries.stream()
            .map(Entry::disclosure)
            .collect(Collectors.toUnmodifiableMap(Disclosure::id, disclosure -> disclosure)),
        replaced,
        effects.stream().sorted().toList());
  }

  /// How many changes have come to show by now.
  CorpusRevision visibleAt(Instant now) {
    return new CorpusRevision(effects.stream().takeWhile(from -> !from.isAfter(now)).count());
  }

  List<Disclosure> disclosures() {
    return entries.stream().map(Entry::disclosure).toList();
  }

  List<Disclosure> inForce(Instant asOf) {
    return disclosures().reversed().stream()
        .filter(disclosure -> disclosure.isInForce(asOf))
        .toList();
  }

  Optional<Disclosure> disclosure(DisclosureId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// A passage with what has become of it.
  Passage placed(Passage stored) {
    var replacements =
        replaced.getOrDefault(stored.id().disclosure(), Map.of()).get(stored.ordinal());
    return replacements == null
        ? stored
        : new Passage(
            stored.id(),
            stored.ordinal(),
            stored.text(),
            stored.speaker(),
            stored.form(),
            stored.headings(),
            stored.page(),
            stored.item(),
            stored.question(),
            stored.lines(),
            standing(replacements).orElse(null),
            replacements);
  }

  /// From when the correction that still stands has replaced something.
  static Optional<Instant> standing(List<Replacement> replacements) {
    return replacements.stream()
        .filter(replacement -> replacement.until() == null)
        .map(Replacement::from)
        .min(Comparator.naturalOrder());
  }

  Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return inForce(asOf).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer))
        .filter(disclosure -> reportsResults(disclosure.kind()))
        .map(Disclosure::period)
        .filter(Objects::nonNull)
        .max(
            Comparator.comparing(ReportingPeriod::end)
                .thenComparing(ReportingPeriod::start, Comparator.reverseOrder()));
  }

  private static boolean reportsResults(DisclosureKind kind) {
    return kind.isPeriodicReport()
        || kind == DisclosureKind.INVESTOR_RELATIONS_RECORD
        || kind == DisclosureKind.PRELIMINARY_RESULTS;
  }
}
