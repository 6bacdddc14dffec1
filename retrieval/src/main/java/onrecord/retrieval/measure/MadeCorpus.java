package onrecord.retrieval.measure;

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
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// A corpus made for measuring: disclosures that are always in force and passages, nothing else,
/// and no change.
abstract class MadeCorpus implements Corpus {

  @Override
  public CorpusRevision revision() {
    return new CorpusRevision(1);
  }

  @Override
  public List<Disclosure> inForce(Instant asOf) {
    return disclosures();
  }

  @Override
  public List<Figure> figures(SecuritiesCode issuer, Instant asOf) {
    return List.of();
  }

  @Override
  public List<Figure> figures(DisclosureId id) {
    return List.of();
  }

  @Override
  public Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return Optional.empty();
  }

  @Override
  public Intake take(Path file) {
    throw unchangeable();
  }

  @Override
  public Intake draft(Path file) {
    throw unchangeable();
  }

  @Override
  public Disclosure publish(DisclosureId id, Instant at) {
    throw unchangeable();
  }

  @Override
  public Disclosure withdraw(DisclosureId id, String reason) {
    throw unchangeable();
  }

  @Override
  public Path original(DisclosureId id) {
    throw unchangeable();
  }

  @Override
  public byte[] page(DisclosureId id, int page, List<Box> marked) {
    throw unchangeable();
  }

  private static UnsupportedOperationException unchangeable() {
    return new UnsupportedOperationException("A corpus made for measuring has passages only");
  }

  @Override
  public void close() {}
}
