package onrecord.corpus;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A corpus with all that the people need who decide what is in it.
public interface CuratedCorpus extends Corpus {

  /// What was done to a disclosure, in order.
  List<Event> history(DisclosureId id);

  /// What was done to any disclosure after an event, in order.
  ///
  /// @param after the number of that event; 0 for all
  List<Event> history(long after);

  /// Reads a draft or a disclosure again under metadata that a person states.
  ///
  /// @param metadata in the form of the YAML file that may stand beside a document
  Intake amend(DisclosureId id, String metadata, Attribution by);

  /// The same as [#draft], telling how it goes on.
  default Intake draft(Path file, Attribution by, IntakeProgress progress) {
    return draft(file, by);
  }

  /// The disclosures that have all of some words in a passage, drafts included.
  Set<DisclosureId> mentioning(List<String> words);

  /// What was stated of a disclosure beside the document itself, in YAML; empty where nothing was.
  Optional<String> stated(DisclosureId id);

  /// What the reading of a disclosure's metadata had to guess, in words for a person.
  List<String> remarks(DisclosureId id);

  /// What is to be known of single pages of a disclosure before relying on what was read from them.
  List<PageFlag> flags(DisclosureId id);

  /// The figures of a disclosure as they were read, and what people made of them.
  List<ReadFigure> readFigures(DisclosureId id);

  /// Puts a figure right.
  ///
  /// @throws java.util.NoSuchElementException if there is no such figure
  void correct(DisclosureId id, int ordinal, Figure corrected, Attribution by);

  /// Strikes a figure out.
  ///
  /// @throws java.util.NoSuchElementException if there is no such figure
  void reject(DisclosureId id, int ordinal, Attribution by);

  /// Disclosures whose time of publication has come since they were last asked for here; each is
  /// given once it was marked by [#announced].
  List<Disclosure> due();

  /// Notes that all who wait for a publication have heard of it.
  void announced(DisclosureId id);

  /// When the next publication is due.
  Optional<Instant> nextPublication();

  /// The corpus as it was known at an instant, for reading alone: what was handed in, published or
  /// withdrawn later is not in it.
  Corpus asKnown(Instant known);

  /// The directory of the originals, each named by the hash of its content.
  Path originals();
}
