package onrecord.corpus.catalogue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.catalogue.Store.Entry;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.Passages;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.metadata.Metadata;
import onrecord.corpus.metadata.MetadataReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// The corpus in a database, with the originals in a directory beside it.
///
/// Reading files goes on side by side; each change is one transaction, one at a time. The original
/// is on disk before the transaction that names it commits.
public final class Catalogue implements Corpus {

  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

  private final Database database;
  private final Store store;
  private final TransactionOperations transaction;
  private final Originals originals;
  private final DocumentReader reader;
  private final FigureSource figureSource;
  private final PageRenderer renderer;
  private final Clock clock;
  private final MetadataReader metadataReader = new MetadataReader();
  private final ReentrantLock writing = new ReentrantLock();
  private final Map<DisclosureId, Counted> counted = new ConcurrentHashMap<>();
  private volatile Snapshot snapshot = Snapshot.NONE;

  /// All entries at a revision.
  private record Snapshot(long revision, List<Entry> entries, Map<DisclosureId, Disclosure> byId) {
    static final Snapshot NONE = new Snapshot(-1, List.of(), Map.of());

    static Snapshot of(long revision, List<Entry> entries) {
      return new Snapshot(
          revision,
          entries,
          entries.stream()
              .map(Entry::disclosure)
              .collect(Collectors.toUnmodifiableMap(Disclosure::id, d -> d)));
    }
  }

  /// The figures of a disclosure at its revision, each with the time from which it was replaced.
  private record Counted(int revision, List<Figure> figures, List<Until> ends) {}

  private record Until(Figure figure, @Nullable Instant endedAt) {
    boolean counts(Instant asOf) {
      return endedAt == null || endedAt.isAfter(asOf);
    }
  }

  public Catalogue(
      Database database,
      Path originals,
      DocumentReader reader,
      FigureSource figureSource,
      PageRenderer renderer,
      Clock clock) {
    this.database = database;
    this.store = new Store(database.source());
    this.transaction = database.transactions();
    this.originals = new Originals(originals);
    this.reader = reader;
    this.figureSource = figureSource;
    this.renderer = renderer;
    this.clock = clock;
  }

  @Override
  public CorpusRevision revision() {
    return new CorpusRevision(store.revision());
  }

  private Snapshot now() {
    var revision = store.revision();
    var seen = snapshot;
    if (seen.revision() != revision) {
      seen = Snapshot.of(revision, store.entries());
      snapshot = seen;
    }
    return seen;
  }

  @Override
  public List<Disclosure> disclosures() {
    return now().entries().stream().map(Entry::disclosure).toList();
  }

  @Override
  public List<Disclosure> inForce(Instant asOf) {
    return disclosures().reversed().stream().filter(d -> d.isInForce(asOf)).toList();
  }

  @Override
  public Optional<Disclosure> disclosure(DisclosureId id) {
    return Optional.ofNullable(now().byId().get(id));
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    return store.passages(id);
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    var place = id.value().substring(id.value().lastIndexOf('#') + 1);
    return place.matches("\\d{1,9}")
        ? store.passage(id.disclosure(), Integer.parseInt(place))
        : Optional.empty();
  }

  @Override
  public List<Figure> figures(SecuritiesCode issuer, Instant asOf) {
    return inForce(asOf).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer))
        .flatMap(disclosure -> counted(disclosure).ends().stream())
        .filter(until -> until.counts(asOf))
        .map(Until::figure)
        .toList();
  }

  @Override
  public List<Figure> figures(DisclosureId id) {
    return disclosure(id).map(disclosure -> counted(disclosure).figures()).orElse(List.of());
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
    var ends =
        store.passages(disclosure.id()).stream()
            .filter(passage -> passage.endedAt() != null)
            .collect(
                Collectors.toMap(
                    Passage::id, passage -> Objects.requireNonNull(passage.endedAt())));
    var figures = store.figures(disclosure.id());
    return new Counted(
        disclosure.revision(),
        figures,
        figures.stream().map(figure -> new Until(figure, ends.get(figure.passage()))).toList());
  }

  @Override
  public Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
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

  @Override
  public Intake take(Path file) {
    return intake(file, true);
  }

  @Override
  public Intake draft(Path file) {
    return intake(file, false);
  }

  private Intake intake(Path file, boolean publish) {
    var name = file.getFileName().toString();
    var sha256 = Originals.sha256(file);
    var known = store.entryOfContent(sha256);
    if (known.isPresent()) {
      return new Intake.AlreadyKnown(name, known.get().disclosure());
    }
    try {
      var text = reader.read(file);
      var metadata = metadataReader.read(file, text);
      return catalogue(file, sha256, text, metadata, publish);
    } catch (UnreadableFileException e) {
      LOG.info("Refused {}: {}", name, e.getMessage(), e.getCause());
      return new Intake.Refused(
          name, e.page(), e.reason(), Objects.requireNonNullElse(e.getMessage(), ""), e.remedy());
    }
  }

  private Intake catalogue(
      Path file, String sha256, SourceText text, Metadata metadata, boolean publish) {
    var issuer = knownIssuer(metadata);
    var id = new DisclosureId(issuer.code() + "-" + sha256.substring(0, 12));
    var disclosure =
        new Disclosure(
            id,
            issuer,
            metadata.announcementNumber(),
            metadata.kind(),
            metadata.title(),
            metadata.period(),
            metadata.language(),
            metadata.audited(),
            publish ? metadata.publishedAt().truncatedTo(ChronoUnit.MICROS) : null,
            null,
            null,
            file.getFileName().toString(),
            sha256,
            text.pages(),
            1);
    var passages = Passages.of(id, text.blocks());
    var figures = figureSource.read(disclosure, passages);
    var original = originals.keep(file, sha256);
    writing.lock();
    try {
      var known = store.entryOfContent(sha256);
      if (known.isPresent()) {
        return new Intake.AlreadyKnown(disclosure.file(), known.get().disclosure());
      }
      change(() -> {
        store.insert(new Entry(disclosure, metadata.codePrinted(), metadata.corrects()), original);
        store.insertPassages(id, passages);
        store.insertFigures(id, figures);
        note(id, publish ? "TAKEN" : "DRAFTED", String.join(" ", metadata.remarks()));
        if (metadata.codePrinted()) {
          renameNamesakes(issuer);
        }
        new Corrections(store).settle(id);
      });
    } finally {
      writing.unlock();
    }
    return new Intake.Taken(
        disclosure.file(), disclosure(id).orElseThrow(), passages.size(), figures.size());
  }

  /// A document that prints no code belongs to the issuer already known by its name.
  private Issuer knownIssuer(Metadata metadata) {
    var issuer = metadata.issuer();
    if (metadata.codePrinted()) {
      return issuer;
    }
    return now().entries().stream()
        .filter(entry -> entry.codePrinted() && isNamesake(entry.disclosure().issuer(), issuer))
        .map(entry -> entry.disclosure().issuer())
        .findFirst()
        .orElse(issuer);
  }

  /// Documents taken before the code was known are given it now.
  private void renameNamesakes(Issuer issuer) {
    for (var entry : store.entries()) {
      if (!entry.codePrinted()
          && !entry.disclosure().issuer().code().equals(issuer.code())
          && isNamesake(entry.disclosure().issuer(), issuer)) {
        store.rename(entry.disclosure().id(), issuer);
        note(entry.disclosure().id(), "RENAMED", "Its issuer's code is " + issuer.code() + ".");
      }
    }
  }

  private static boolean isNamesake(Issuer one, Issuer other) {
    return one.companyName().equalsIgnoreCase(other.companyName())
        || one.shortName().equalsIgnoreCase(other.shortName());
  }

  @Override
  public Disclosure publish(DisclosureId id, Instant at) {
    return changed(
        id,
        disclosure -> {
          var publishedAt = disclosure.publishedAt();
          if (disclosure.endedAt() != null
              || (publishedAt != null && !publishedAt.isAfter(clock.instant()))) {
            throw new IllegalStateException(id + " is published already or ended");
          }
          store.publish(id, at);
          note(id, "PUBLISHED", "From " + at + ".");
          new Corrections(store).settle(id);
        });
  }

  @Override
  public Disclosure withdraw(DisclosureId id, String reason) {
    return changed(
        id,
        disclosure -> {
          var at = clock.instant();
          if (!disclosure.isInForce(at)) {
            throw new IllegalStateException(id + " is not in force");
          }
          store.end(id, at, null);
          note(id, "WITHDRAWN", reason);
        });
  }

  private Disclosure changed(DisclosureId id, Consumer<Disclosure> act) {
    writing.lock();
    try {
      var disclosure = known(id);
      change(() -> act.accept(disclosure));
      return known(id);
    } finally {
      writing.unlock();
    }
  }

  private void change(Runnable act) {
    transaction.executeWithoutResult(_ -> {
      act.run();
      store.nextRevision();
    });
  }

  private void note(DisclosureId id, String act, String reason) {
    store.note(clock.instant(), database.actor(), id, act, reason);
  }

  private Disclosure known(DisclosureId id) {
    return disclosure(id).orElseThrow(() -> new NoSuchElementException("No disclosure " + id));
  }

  @Override
  public Path original(DisclosureId id) {
    return store
        .original(id)
        .map(originals::named)
        .orElseThrow(() -> new NoSuchElementException("No disclosure " + id));
  }

  @Override
  public byte[] page(DisclosureId id, int page, List<Box> marked) {
    var disclosure = known(id);
    if (page < 1 || page > disclosure.pages()) {
      throw new NoSuchElementException(id + " has no page " + page);
    }
    return renderer.png(original(id), page, marked);
  }

  @Override
  public void close() {
    database.close();
  }
}
