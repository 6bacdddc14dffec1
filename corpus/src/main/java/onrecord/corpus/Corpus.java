package onrecord.corpus;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that an installation holds of what issuers have disclosed.
///
/// Safe for use by many threads. Each change is one transaction: it is wholly there after a crash,
/// or not at all.
public interface Corpus extends AutoCloseable {

  /// Grows with each change that shows to readers, at the moment from which it shows: drafts and
  /// embargoes are not in it.
  CorpusRevision revision();

  /// Every disclosure, drafts, embargoed and ended ones included, in order of publication. For
  /// curators and indexers; what investors see is [#inForce].
  List<Disclosure> disclosures();

  /// The disclosures whose words count at an instant, newest first. A later instant than now is
  /// now, since nobody may look behind an embargo.
  List<Disclosure> inForce(Instant asOf);

  /// All that was ever published by now, ended ones included, in order of publication: what an
  /// index may hold. What is not published leaves no trace in what is counted or weighed.
  default List<Disclosure> published() {
    var now = Instant.now();
    return disclosures().stream().filter(disclosure -> disclosure.wasPublished(now)).toList();
  }

  Optional<Disclosure> disclosure(DisclosureId id);

  /// The passages of a disclosure in reading order, replaced ones included; empty if there is no
  /// such disclosure.
  List<Passage> passages(DisclosureId id);

  Optional<Passage> passage(PassageId id);

  /// The figures of an issuer that count at an instant: of disclosures in force, in passages not
  /// replaced.
  List<Figure> figures(SecuritiesCode issuer, Instant asOf);

  /// The figures that stand in a disclosure, in reading order.
  List<Figure> figures(DisclosureId id);

  /// The last period that published periodic reports and records of an issuer cover; empty if
  /// nothing of it was published by then.
  Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf);

  /// Reads a file and catalogues it as published at the time its metadata name. A YAML file of the
  /// same name with `.yaml` added overrides what the document says of itself.
  Intake take(Path file);

  /// The same as [#take], but as a draft, published only by [#publish].
  Intake draft(Path file);

  /// The same, by somebody.
  default Intake draft(Path file, Attribution by) {
    return draft(file);
  }

  /// Publishes a draft, or moves an embargo.
  ///
  /// @param at a future time is an embargo
  /// @throws java.util.NoSuchElementException if there is no such disclosure
  /// @throws IllegalStateException if it is published already, or ended
  Disclosure publish(DisclosureId id, Instant at);

  /// The same, by somebody.
  default Disclosure publish(DisclosureId id, Instant at, Attribution by) {
    return publish(id, at);
  }

  /// Ends a disclosure from the next question on, or drops a draft. What a withdrawn correction
  /// replaced counts again from then on.
  ///
  /// @throws java.util.NoSuchElementException if there is no such disclosure
  /// @throws IllegalStateException if it is ended already
  Disclosure withdraw(DisclosureId id, String reason);

  /// The same, by somebody, for their reason.
  default Disclosure withdraw(DisclosureId id, Attribution by) {
    return withdraw(id, by.reason());
  }

  /// The original file's bytes on disk.
  Path original(DisclosureId id);

  /// A page of a PDF original as PNG, with boxes marked.
  ///
  /// @param page from 1
  /// @throws java.util.NoSuchElementException if there is no such disclosure or page
  byte[] page(DisclosureId id, int page, List<Box> marked);

  @Override
  void close();
}
