package onrecord.corpus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import onrecord.corpus.Attribution;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Event;
import onrecord.corpus.Event.Act;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.IntakeProgress;
import onrecord.corpus.Issuer;
import onrecord.corpus.PageFlag;
import onrecord.corpus.catalogue.Store.Entry;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.Passages;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.Archive;
import onrecord.corpus.metadata.Metadata;
import onrecord.corpus.metadata.MetadataReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The corpus in a database, with the originals in a directory beside it.
///
/// Reading files goes on side by side; each change is one transaction, one at a time. The original
/// is on disk before the transaction that names it commits.
public final class Catalogue extends Shelf implements CuratedCorpus {

  private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

  private final Database database;
  private final Store store;
  private final Originals originals;
  private final DocumentReader reader;
  private final FigureSource figureSource;
  private final PageRenderer renderer;
  private final Clock clock;
  private final MetadataReader metadataReader = new MetadataReader();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Snapshot snapshot = Snapshot.NONE;

  /// How a file is handed in.
  private enum Way {
    AS_PUBLISHED,
    AS_DRAFT
  }

  public Catalogue(
      Database database,
      Path originals,
      DocumentReader reader,
      FigureSource figureSource,
      PageRenderer renderer,
      Clock clock) {
    var store = new Store(database.statements());
    super(store);
    this.database = database;
    this.store = store;
    this.originals = new Originals(originals);
    this.reader = reader;
    this.figureSource = figureSource;
    this.renderer = renderer;
    this.clock = clock;
    this.originals.putAsideAllBut(store.originals());
  }

  // --- reading

  @Override
  Snapshot snapshot() {
    var revision = store.revision();
    var seen = snapshot;
    if (seen.revision() != revision) {
      seen = store.snapshot(revision);
      snapshot = seen;
    }
    return seen;
  }

  @Override
  Instant now() {
    return clock.instant();
  }

  @Override
  public List<Event> history(DisclosureId id) {
    return store.history(id);
  }

  @Override
  public List<Event> history(long after) {
    return store.history(after);
  }

  @Override
  public Set<DisclosureId> mentioning(List<String> words) {
    return store.mentioning(words);
  }

  @Override
  public Optional<String> stated(DisclosureId id) {
    return store.sidecar(id);
  }

  @Override
  public List<String> remarks(DisclosureId id) {
    return store.remarks(id);
  }

  @Override
  public List<PageFlag> flags(DisclosureId id) {
    return store.flags(id);
  }

  @Override
  public Corpus asKnown(Instant known) {
    return new AsKnown(store, store.snapshotKnownAt(known), known, this);
  }

  // --- handing in

  @Override
  public Intake take(Path file) {
    return intake(file, Way.AS_PUBLISHED, Attribution.ofProgram(), IntakeProgress.UNHEARD);
  }

  @Override
  public Intake draft(Path file) {
    return draft(file, Attribution.ofProgram());
  }

  @Override
  public Intake draft(Path file, Attribution by) {
    return draft(file, by, IntakeProgress.UNHEARD);
  }

  @Override
  public Intake draft(Path file, Attribution by, IntakeProgress progress) {
    return intake(file, Way.AS_DRAFT, by, progress);
  }

  private Intake intake(Path file, Way way, Attribution by, IntakeProgress progress) {
    var name = file.getFileName().toString();
    try {
      return Archive.is(file)
          ? new Intake.Unpacked(
              name,
              Archive.take(file, Archive.Limits.USUAL, one -> document(one, way, by), progress))
          : document(file, way, by);
    } catch (UnreadableFileException e) {
      return refused(name, e);
    }
  }

  private static Intake refused(String name, UnreadableFileException e) {
    LOG.info("A file was refused: {}", e.reason(), e.getCause());
    return e.refusalOf(name);
  }

  private Intake document(Path file, Way way, Attribution by) {
    var name = file.getFileName().toString();
    var sha256 = Originals.sha256(file);
    var stated = statedBeside(file);
    var known = store.entryOfContent(sha256);
    if (known.isPresent() && isSaidOf(known.get(), stated)) {
      return new Intake.AlreadyKnown(name, known(known.get().disclosure().id()));
    }
    try {
      var text = reader.read(file);
      var metadata = metadataReader.read(file, text);
      return known.isPresent()
          ? amend(known.get(), metadata, stated, way, by)
          : catalogue(file, sha256, text, metadata, stated, way, by);
    } catch (UnreadableFileException e) {
      return refused(name, e);
    }
  }

  private static @Nullable String statedBeside(Path file) {
    var sidecar = file.resolveSibling(file.getFileName() + ".yaml");
    try {
      return Files.exists(sidecar) ? Files.readString(sidecar) : null;
    } catch (IOException notText) {
      // The reader of metadata meets it again, and refuses the file with line and reason.
      return "";
    }
  }

  /// A file without metadata beside it says nothing new of a known document.
  private boolean isSaidOf(Entry known, @Nullable String stated) {
    return stated == null
        || store.sidecar(known.disclosure().id()).map(stated::equals).orElse(false);
  }

  private Intake catalogue(
      Path file,
      String sha256,
      SourceText text,
      Metadata metadata,
      @Nullable String stated,
      Way way,
      Attribution by) {
    var issuer = knownIssuer(metadata);
    var id = new DisclosureId(issuer.code() + "-" + sha256.substring(0, 12));
    var publishedAt = way == Way.AS_DRAFT ? null : micros(metadata.publishedAt());
    var disclosure =
        described(
            id, metadata, issuer, publishedAt, file.getFileName().toString(), sha256, text, 1);
    var passages = Passages.of(id, text.blocks());
    var figures = figureSource.read(disclosure, passages);
    var original = originals.keep(file, sha256);
    writing.lock();
    try {
      var known = store.entryOfContent(sha256);
      if (known.isPresent()) {
        return new Intake.AlreadyKnown(disclosure.file(), known(known.get().disclosure().id()));
      }
      change(() -> {
        store.insert(
            new Entry(disclosure, metadata.codePrinted(), metadata.corrects()),
            original,
            stated,
            metadata.remarks());
        store.insertPassages(id, passages);
        store.insertFlags(id, text.flags());
        store.insertFigures(id, 1, figures);
        noteIntake(id, publishedAt, by, metadata);
        settle(id);
      });
    } finally {
      writing.unlock();
    }
    return new Intake.Taken(disclosure.file(), known(id), passages.size(), figures.size());
  }

  private void noteIntake(
      DisclosureId id, @Nullable Instant publishedAt, Attribution by, Metadata metadata) {
    var why = by.reason().isEmpty() ? String.join(" ", metadata.remarks()) : by.reason();
    if (publishedAt == null) {
      note(id, Act.DRAFTED, by.because(why), null);
      return;
    }
    var now = clock.instant();
    var embargoed = publishedAt.isAfter(now);
    note(id, Act.TAKEN, by.because(why), embargoed ? publishedAt : now);
    if (!embargoed) {
      // It was published elsewhere before: nobody waits for the moment.
      store.announce(id, publishedAt);
    }
  }

  private static Disclosure described(
      DisclosureId id,
      Metadata metadata,
      Issuer issuer,
      @Nullable Instant publishedAt,
      String file,
      String sha256,
      SourceText text,
      int revision) {
    return new Disclosure(
        id,
        issuer,
        metadata.announcementNumber(),
        metadata.kind(),
        metadata.title(),
        metadata.period(),
        metadata.language(),
        metadata.audited(),
        publishedAt,
        null,
        null,
        file,
        sha256,
        text.pages(),
        revision);
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  // --- changing what is said of a document

  @Override
  public Intake amend(DisclosureId id, String metadata, Attribution by) {
    var disclosure = known(id);
    try {
      var folder = Files.createTempDirectory("onrecord-amend");
      var file = folder.resolve(disclosure.file());
      var sidecar = folder.resolve(disclosure.file() + ".yaml");
      try {
        Files.copy(original(id), file);
        Files.writeString(sidecar, metadata);
        return draft(file, by);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(sidecar);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The original of " + id + " cannot be read again", e);
    }
  }

  /// The document's passages stay as they are; what is said of it is read anew, and its figures,
  /// whose periods rest on that.
  private Intake amend(
      Entry known, Metadata metadata, @Nullable String stated, Way way, Attribution by) {
    var id = known.disclosure().id();
    var passages = passages(id);
    writing.lock();
    try {
      var before = known(id);
      var publishedAt =
          way == Way.AS_PUBLISHED && before.publishedAt() != null
              ? Objects.requireNonNull(micros(metadata.publishedAt()))
              : before.publishedAt();
      var after = amended(before, metadata, knownIssuer(metadata), publishedAt);
      var figures = figureSource.read(after, passages);
      change(() -> {
        store.amend(
            new Entry(after, metadata.codePrinted(), metadata.corrects()),
            stated,
            metadata.remarks());
        store.insertFigures(id, after.revision(), figures);
        note(id, Act.AMENDED, by, visibleFrom(after));
        settle(id);
      });
      return new Intake.Taken(after.file(), known(id), passages.size(), figures.size());
    } finally {
      writing.unlock();
    }
  }

  private static Disclosure amended(
      Disclosure before, Metadata metadata, Issuer issuer, @Nullable Instant publishedAt) {
    return new Disclosure(
        before.id(),
        issuer,
        metadata.announcementNumber(),
        metadata.kind(),
        metadata.title(),
        metadata.period(),
        metadata.language(),
        metadata.audited(),
        publishedAt,
        before.endedAt(),
        before.supersedes(),
        before.file(),
        before.sha256(),
        before.pages(),
        before.revision() + 1,
        before.replacements());
  }

  /// From when a change of a disclosure shows: at once where it is published, with it where it is
  /// not yet.
  private @Nullable Instant visibleFrom(Disclosure disclosure) {
    var now = clock.instant();
    return disclosure.wasPublished(now) ? now : null;
  }

  /// A document that prints no code belongs to the issuer already known by its name.
  private Issuer knownIssuer(Metadata metadata) {
    var issuer = metadata.issuer();
    if (metadata.codePrinted()) {
      return issuer;
    }
    return snapshot().entries().stream()
        .filter(entry -> entry.codePrinted() && isNamesake(entry.disclosure().issuer(), issuer))
        .map(entry -> entry.disclosure().issuer())
        .findFirst()
        .orElse(issuer);
  }

  /// Links corrections, and gives documents taken before the code was known the code that this one
  /// prints, once it is published: a draft changes nothing that shows.
  private void settle(DisclosureId id) {
    new Corrections(store, clock.instant()).settle(id);
    var now = clock.instant();
    store
        .entry(id)
        .filter(entry -> entry.codePrinted() && entry.disclosure().wasPublished(now))
        .ifPresent(entry -> renameNamesakes(entry.disclosure().issuer()));
  }

  private void renameNamesakes(Issuer issuer) {
    for (var entry : store.entries()) {
      if (!entry.codePrinted()
          && !entry.disclosure().issuer().code().equals(issuer.code())
          && isNamesake(entry.disclosure().issuer(), issuer)) {
        store.rename(entry.disclosure().id(), issuer);
        note(
            entry.disclosure().id(),
            Act.RENAMED,
            Attribution.ofProgram().because("Its issuer's code is " + issuer.code() + "."),
            visibleFrom(entry.disclosure()));
      }
    }
  }

  private static boolean isNamesake(Issuer one, Issuer other) {
    return one.companyName().equalsIgnoreCase(other.companyName())
        || one.shortName().equalsIgnoreCase(other.shortName());
  }

  // --- publishing and ending

  @Override
  public Disclosure publish(DisclosureId id, Instant at) {
    return publish(id, at, Attribution.ofProgram());
  }

  @Override
  public Disclosure publish(DisclosureId id, Instant at, Attribution by) {
    return changed(
        id,
        disclosure -> {
          var now = clock.instant();
          switch (disclosure.stateAt(now)) {
            case DRAFT, SCHEDULED -> {
              store.publish(id, micros(at));
              store.forgetEffectsAfter(id, now);
              note(
                  id,
                  at.isAfter(now) ? Act.SCHEDULED : Act.PUBLISHED,
                  by.because(join(by.reason(), "From " + at + ".")),
                  at.isAfter(now) ? micros(at) : now);
              settle(id);
            }
            case PUBLISHED, SUPERSEDED, WITHDRAWN ->
                throw new IllegalStateException(id + " is published already or ended");
          }
        });
  }

  private static String join(String reason, String fact) {
    return reason.isEmpty() ? fact : reason + " " + fact;
  }

  @Override
  public Disclosure withdraw(DisclosureId id, String reason) {
    return withdraw(id, Attribution.ofProgram().because(reason));
  }

  @Override
  public Disclosure withdraw(DisclosureId id, Attribution by) {
    return changed(
        id,
        disclosure -> {
          var now = micros(clock.instant());
          switch (disclosure.stateAt(now)) {
            case DRAFT, SCHEDULED, PUBLISHED -> {
              store.forgetEffectsAfter(id, now);
              store.end(id, now);
              note(id, Act.WITHDRAWN, by, visibleFrom(disclosure));
              for (var revived : store.reviveReplacedBy(id, now)) {
                note(
                    revived,
                    Act.REVIVED,
                    by.because("The correction " + id + " is withdrawn."),
                    null);
              }
            }
            case SUPERSEDED, WITHDRAWN -> throw new IllegalStateException(id + " is not in force");
          }
        });
  }

  // --- figures

  @Override
  public void correct(DisclosureId id, int ordinal, Figure corrected, Attribution by) {
    review(id, ordinal, corrected, Act.FIGURE_CORRECTED, by);
  }

  @Override
  public void reject(DisclosureId id, int ordinal, Attribution by) {
    review(id, ordinal, null, Act.FIGURE_REJECTED, by);
  }

  private void review(
      DisclosureId id, int ordinal, @Nullable Figure corrected, Act act, Attribution by) {
    changed(
        id,
        disclosure -> {
          var figure =
              store.readFigures(id, disclosure.revision()).stream()
                  .filter(read -> read.ordinal() == ordinal)
                  .findFirst()
                  .orElseThrow(() -> new NoSuchElementException(id + " has no figure " + ordinal));
          store.review(id, ordinal, disclosure.revision() + 1, corrected);
          var what = figure.read().metric() + " " + figure.read().printed();
          var became = corrected == null ? "" : " → " + corrected.value().toPlainString();
          note(id, act, by.because(join(by.reason(), what + became)), visibleFrom(disclosure));
        });
  }

  // --- the moment of publication

  @Override
  public List<Disclosure> due() {
    var now = clock.instant();
    return store.unannounced(now).stream().map(this::known).toList();
  }

  @Override
  public void announced(DisclosureId id) {
    changed(
        id,
        disclosure -> {
          store.announce(id, Objects.requireNonNull(disclosure.publishedAt()));
          note(id, Act.ANNOUNCED, new Attribution("clock", ""), null);
          settle(id);
        });
  }

  @Override
  public Optional<Instant> nextPublication() {
    var now = clock.instant();
    return disclosures().stream()
        .filter(disclosure -> disclosure.stateAt(now) == Disclosure.State.SCHEDULED)
        .map(disclosure -> Objects.requireNonNull(disclosure.publishedAt()))
        .min(Comparator.naturalOrder());
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
    database.change(() -> {
      act.run();
      store.nextRevision();
      store.keepEditions(clock.instant());
    });
  }

  private void note(DisclosureId id, Act act, Attribution by, @Nullable Instant effectiveAt) {
    store.note(clock.instant(), by, id, act, effectiveAt);
  }

  private Disclosure known(DisclosureId id) {
    return disclosure(id).orElseThrow(() -> new NoSuchElementException("No disclosure " + id));
  }

  // --- originals

  @Override
  public Path originals() {
    return originals.directory();
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
