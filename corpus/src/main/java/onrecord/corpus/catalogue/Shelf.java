package onrecord.corpus.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Figure;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReadFigure;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// A corpus that is read from what is catalogued, as of a snapshot and a present instant.
abstract class Shelf implements Corpus {

  private final Store store;
  private final Map<DisclosureId, Counted> counted = new ConcurrentHashMap<>();

  /// The figures of a disclosure at its revision, each with the passage that states it.
  private record Counted(int revision, List<Stated> figures) {}

  private record Stated(Figure figure, Passage passage) {}

  Shelf(Store store) {
    this.store = store;
  }

  /// What is catalogued.
  abstract Snapshot snapshot();

  /// The present instant, behind which nobody looks.
  abstract Instant now();

  @Override
  public final CorpusRevision revision() {
    return snapshot().visibleAt(now());
  }

  @Override
  public final List<Disclosure> disclosures() {
    return snapshot().disclosures();
  }

  @Override
  public final List<Disclosure> published() {
    var present = now();
    return disclosures().stream().filter(disclosure -> disclosure.wasPublished(present)).toList();
  }

  @Override
  public final List<Disclosure> inForce(Instant asOf) {
    return snapshot().inForce(notLaterThanNow(asOf));
  }

  @Override
  public final Optional<Disclosure> disclosure(DisclosureId id) {
    return snapshot().disclosure(id);
  }

  @Override
  public final Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return snapshot().horizon(issuer, notLaterThanNow(asOf));
  }

  @Override
  public final List<Passage> passages(DisclosureId id) {
    var seen = snapshot();
    return seen.byId().containsKey(id)
        ? store.passages(id).stream().map(seen::placed).toList()
        : List.of();
  }

  @Override
  public final Optional<Passage> passage(PassageId id) {
    var seen = snapshot();
    var place = id.value().substring(id.value().lastIndexOf('#') + 1);
    return place.matches("\\d{1,9}") && seen.byId().containsKey(id.disclosure())
        ? store.passage(id.disclosure(), Integer.parseInt(place)).map(seen::placed)
        : Optional.empty();
  }

  @Override
  public final List<Figure> figures(SecuritiesCode issuer, Instant asOf) {
    var instant = notLaterThanNow(asOf);
    return inForce(instant).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer))
        .flatMap(disclosure -> counted(disclosure).figures().stream())
        .filter(stated -> stated.passage().countsAt(instant))
        .map(Stated::figure)
        .toList();
  }

  @Override
  public final List<Figure> figures(DisclosureId id) {
    return disclosure(id)
        .map(disclosure -> counted(disclosure).figures().stream().map(Stated::figure).toList())
        .orElse(List.of());
  }

  public final List<ReadFigure> readFigures(DisclosureId id) {
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
    var present = now();
    return asOf.isAfter(present) ? present : asOf;
  }
}
