package onrecord.corpus.catalogue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;

/// The corpus as it was known at an instant, for reading alone.
final class AsKnown extends Shelf {

  private final Snapshot then;
  private final Instant known;
  private final Corpus present;

  /// @param present holds the originals, which never change
  AsKnown(Store store, Snapshot then, Instant known, Corpus present) {
    super(store);
    this.then = then;
    this.known = known;
    this.present = present;
  }

  @Override
  Snapshot snapshot() {
    return then;
  }

  @Override
  Instant now() {
    return known;
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
