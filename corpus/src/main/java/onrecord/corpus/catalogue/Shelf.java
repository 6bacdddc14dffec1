package onrecord.corpus.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Figure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReadFigure;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// Reading what is catalogued, as of a snapshot and a present instant.
final class Shelf {

  private final Store store;
  private final Supplier<Snapshot> snapshot;
  private final Supplier<Instant> now;
  private final Map<DisclosureId, Counted> counted = new ConcurrentHashMap<>();

  /// The figures of a disclosure at its revision, each with the passage that states it.
  private record Counted(int revision, List<Stated> figures) {}

  private record Stated(Figure figure, Passage passage) {}

  /// @param now the present instant, behind which nobody looks
  Shelf(Store store, Supplier<Snapshot> snapshot, Supplier<Instant> now) {
    this.store = store;
    this.snapshot = snapshot;
    this.now = now;
  }

  CorpusRevision revision() {
    return snapshot.get().visibleAt(now.get());
  }

  List<Disclosure> disclosures() {
    return snapshot.get().disclosures();
  }

  List<Disclosure> published() {
    var present = now.get();
    return disclosures().stream().filter(disclosure -> disclosure.wasPublished(present)).toList();
  }

  List<Disclosure> inForce(Instant asOf) {
    return snapshot.get().inForce(notLaterThanNow(asOf));
  }

  Optional<Disclosure> disclosure(DisclosureId id) {
    return snapshot.get().disclosure(id);
  }

  Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return snapshot.get().horizon(issuer, notLaterThanNow(asOf));
  }

  List<Passage> passages(DisclosureId id) {
    var seen = snapshot.get();
    return seen.byId().containsKey(id)
        ? store.passages(id).stream().map(seen::placed).toList()
        : List.of();
  }

  Optional<Passage> passage(PassageId id) {
    var seen = snapshot.get();
    var place = id.value().substring(id.value().lastIndexOf('#') + 1);
    return place.matches("\\d{1,9}") && seen.byId().containsKey(id.disclosure())
        ? store.passage(id.disclosure(), Integer.parseInt(place)).map(seen::placed)
        : Optional.empty();
  }

  List<Figure> figures(SecuritiesCode issuer, Instant asOf) {
    var instant = notLaterThanNow(asOf);
    return inForce(instant).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer))
        .flatMap(disclosure -> counted(disclosure).figures().stream())
        .filter(stated -> stated.passage().countsAt(instant))
        .map(Stated::figure)
        .toList();
  }

  List<Figure> figures(DisclosureId id) {
    return disclosure(id)
        .map(disclosure -> counted(disclosure).figures().stream().map(Stated::figure).toList())
        .orElse(List.of());
  }

  List<ReadFigure> readFigures(DisclosureId id) {
    return disclosure(id)
        .map(disclosure -> store.readFigures(id, disclosure.revision()))
        .orElse(List.of());
  }

  private Counted counted(Disclosure disclosure) {
    return Objects.requireNonNull(
        counted.compute(
            disclosure.id(),
            (id, known) ->
                known != null && known.revision() == disclosure.revision()
                    ? known
                    : count(disclosure)));
  }

  private Counted count(Disclosure disclosure) {
    var passages =
        passages(disclosure.id()).stream()
            .collect(Collectors.toMap(Passage::id, passage -> passage));
    return new Counted(
        disclosure.revision(),
        store.readFigures(disclosure.id(), disclosure.revision()).stream()
            .filter(figure -> !figure.rejected())
            .map(ReadFigure::figure)
            .map(figure ->
                new Stated(figure, Objects.requireNonNull(passages.get(figure.passage()))))
            .toList());
  }

  private Instant notLaterThanNow(Instant asOf) {
    var present = now.get();
    return asOf.isAfter(present) ? present : asOf;
  }
}
