package onrecord.corpus.catalogue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// The corpus as it was known at an instant, for reading alone.
final class AsKnown implements Corpus {

  private final Shelf shelf;
  private final Corpus present;

  /// @param present holds the originals, which never change
  AsKnown(Store store, Snapshot then, Instant known, Corpus present) {
    this.shelf = new Shelf(store, () -> then, () -> known);
    this.present = present;
  }

  @Override
  public CorpusRevision revision() {
    return shelf.revision();
  }

  @Override
  public List<Disclosure> disclosures() {
    return shelf.disclosures();
  }

  @Override
  public List<Disclosure> published() {
    return shelf.published();
  }

  @Override
  public List<Disclosure> inForce(Instant asOf) {
    return shelf.inForce(asOf);
  }

  @Override
  public Optional<Disclosure> disclosure(DisclosureId id) {
    return shelf.disclosure(id);
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    return shelf.passages(id);
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    return shelf.passage(id);
  }

  @Override
  public List<Figure> figures(SecuritiesCode issuer, Instant asOf) {
    return shelf.figures(issuer, asOf);
  }

  @Override
  public List<Figure> figures(DisclosureId id) {
    return shelf.figures(id);
  }

  @Override
  public Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return shelf.horizon(issuer, asOf);
  }

  @Override
  public Path original(DisclosureId id) {
    return present.original(id);
  }

  @Override
  public byte[] page(DisclosureId id, int page, List<Box> marked) {
    return present.page(id, page, marked);
  }

  @Override
  public Intake take(Path file) {
    throw past();
  }

  @Override
  public Intake draft(Path file) {
    throw past();
  }

  @Override
  public Disclosure publish(DisclosureId id, Instant at) {
    throw past();
  }

  @Override
  public Disclosure withdraw(DisclosureId id, String reason) {
    throw past();
  }

  @Override
  public void close() {}

  private static UnsupportedOperationException past() {
    return new UnsupportedOperationException("The past is for reading alone");
  }
}
