package onrecord.bot.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.imageio.ImageIO;
import onrecord.bot.Examples;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// A corpus in memory: takes any file but those named `damaged…`, and draws marked pages as red
/// boxes on white.
public final class HeldInMemory implements Corpus {

  private final Path originals;
  private final Map<DisclosureId, Disclosure> disclosures = new LinkedHashMap<>();
  private int changes = 7;

  public HeldInMemory(Path originals) {
    this.originals = originals;
    disclosures.put(Examples.REPORT.id(), Examples.REPORT);
    write(Examples.REPORT, "%PDF-1.7 0123456789".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public CorpusRevision revision() {
    return new CorpusRevision(changes);
  }

  @Override
  public synchronized List<Disclosure> disclosures() {
    return List.copyOf(disclosures.values());
  }

  @Override
  public synchronized List<Disclosure> inForce(Instant asOf) {
    return disclosures().reversed().stream()
        .filter(disclosure -> disclosure.isInForce(asOf))
        .toList();
  }

  @Override
  public synchronized Optional<Disclosure> disclosure(DisclosureId id) {
    return Optional.ofNullable(disclosures.get(id));
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    return id.equals(Examples.REPORT.id()) ? List.of(Examples.REVENUE) : List.of();
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    return id.equals(Examples.REVENUE.id()) ? Optional.of(Examples.REVENUE) : Optional.empty();
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
    return Optional.ofNullable(Examples.REPORT.period());
  }

  @Override
  public Intake take(Path file) {
    return draft(file);
  }

  @Override
  public synchronized Intake draft(Path file) {
    var name = file.getFileName().toString();
    if (name.startsWith("damaged")) {
      return new Intake.Refused(
          name, 3, Intake.Reason.DAMAGED, "Page 3 cannot be read.", "Save it anew and try again.");
    }
    var id = new DisclosureId("999999-" + Integer.toHexString(name.hashCode()));
    if (disclosures.containsKey(id)) {
      return new Intake.AlreadyKnown(name, disclosures.get(id));
    }
    var draft = disclosure(id, name, null, null);
    write(draft, read(file));
    return new Intake.Taken(name, put(draft), 0, 0);
  }

  @Override
  public synchronized Disclosure publish(DisclosureId id, Instant at) {
    var draft = disclosure(id).orElseThrow(() -> new NoSuchElementException(id.value()));
    if (draft.publishedAt() != null) {
      throw new IllegalStateException("'%s' is published already.".formatted(id));
    }
    return put(disclosure(id, draft.file(), at, null));
  }

  @Override
  public synchronized Disclosure withdraw(DisclosureId id, String reason) {
    var published = disclosure(id).orElseThrow(() -> new NoSuchElementException(id.value()));
    if (published.publishedAt() == null || published.endedAt() != null) {
      throw new IllegalStateException("'%s' is not in force.".formatted(id));
    }
    return put(disclosure(id, published.file(), published.publishedAt(), ApiServer.NOW));
  }

  @Override
  public Path original(DisclosureId id) {
    return originals.resolve(id.value());
  }

  @Override
  public byte[] page(DisclosureId id, int page, List<Box> marked) {
    var image = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 200, 300);
    pen.setColor(Color.RED);
    for (var box : marked) {
      pen.fillRect(
          (int) (box.x() * 200),
          (int) (box.y() * 300),
          (int) (box.width() * 200),
          (int) (box.height() * 300));
    }
    pen.dispose();
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return png.toByteArray();
  }

  @Override
  public void close() {}

  /// Holds a disclosure for as long as a test needs it.
  synchronized void hold(Disclosure disclosure) {
    put(disclosure);
  }

  synchronized void release(DisclosureId id) {
    disclosures.remove(id);
  }

  private Disclosure put(Disclosure disclosure) {
    disclosures.put(disclosure.id(), disclosure);
    changes++;
    return disclosure;
  }

  private static Disclosure disclosure(
      DisclosureId id, String file, @Nullable Instant publishedAt, @Nullable Instant endedAt) {
    return new Disclosure(
        id,
        Examples.ISSUER,
        null,
        DisclosureKind.ANNOUNCEMENT,
        file,
        null,
        Language.ZH,
        null,
        publishedAt,
        endedAt,
        null,
        file,
        "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        0,
        1);
  }

  private void write(Disclosure disclosure, byte[] content) {
    try {
      Files.write(original(disclosure.id()), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
