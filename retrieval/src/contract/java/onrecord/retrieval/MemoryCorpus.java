package onrecord.retrieval;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.corpus.Box;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;

/// A corpus of disclosures that a test writes out in full.
public class MemoryCorpus implements Corpus {

  public static final Instant PUBLISHED = Instant.parse("2025-04-20T01:00:00Z");
  public static final Issuer LANTERN =
      new Issuer(new SecuritiesCode("900001"), "青灯科技", "青灯科技股份有限公司", List.of("Lantern"));
  public static final Issuer RIVER =
      new Issuer(new SecuritiesCode("900002"), "远河重工", "远河重工股份有限公司", List.of());

  private final Map<DisclosureId, Disclosure> disclosures = new LinkedHashMap<>();
  private final Map<DisclosureId, List<Passage>> passages = new LinkedHashMap<>();

  /// An annual report of 2024.
  public static Disclosure report(Issuer issuer, String id) {
    return new Disclosure(
        new DisclosureId(id),
        issuer,
        null,
        DisclosureKind.ANNUAL_REPORT,
        issuer.shortName() + "2024年年度报告",
        ReportingPeriod.year(2024),
        Language.ZH,
        true,
        PUBLISHED,
        null,
        null,
        id + ".pdf",
        "00",
        10,
        1);
  }

  /// The same disclosure, published and ended at other times, one revision on.
  public static Disclosure between(
      Disclosure d, @Nullable Instant publishedAt, @Nullable Instant endedAt) {
    return new Disclosure(
        d.id(),
        d.issuer(),
        d.announcementNumber(),
        d.kind(),
        d.title(),
        d.period(),
        d.language(),
        d.audited(),
        publishedAt,
        endedAt,
        d.supersedes(),
        d.file(),
        d.sha256(),
        d.pages(),
        d.revision() + 1);
  }

  /// The same disclosure on another period.
  public static Disclosure on(Disclosure d, ReportingPeriod period) {
    return new Disclosure(
        d.id(),
        d.issuer(),
        d.announcementNumber(),
        d.kind(),
        d.issuer().shortName() + "年度报告",
        period,
        d.language(),
        d.audited(),
        d.publishedAt(),
        d.endedAt(),
        d.supersedes(),
        d.file(),
        d.sha256(),
        d.pages(),
        d.revision() + 1);
  }

  /// What stands in a passage, before it has its place.
  public record Words(
      String text,
      Speaker speaker,
      Passage.Form form,
      List<String> headings,
      @Nullable String question) {}

  public static Words prose(String text, String... headings) {
    return new Words(text, Speaker.COMPANY, Passage.Form.PROSE, List.of(headings), null);
  }

  public static Words table(String text, String... headings) {
    return new Words(text, Speaker.COMPANY, Passage.Form.TABLE, List.of(headings), null);
  }

  public static Words reply(String question, String text) {
    return new Words(text, Speaker.COMPANY, Passage.Form.PROSE, List.of(), question);
  }

  public static Words spoken(Speaker speaker, String text) {
    return new Words(text, speaker, Passage.Form.PROSE, List.of(), null);
  }

  /// Adds a disclosure or replaces it.
  public MemoryCorpus with(Disclosure disclosure, Words... words) {
    var placed = new ArrayList<Passage>();
    for (var each : words) {
      placed.add(
          new Passage(
              PassageId.of(disclosure.id(), placed.size()),
              placed.size(),
              each.text,
              each.speaker,
              each.form,
              each.headings,
              1,
              null,
              each.question,
              List.of(),
              null));
    }
    disclosures.put(disclosure.id(), disclosure);
    passages.put(disclosure.id(), placed);
    return this;
  }

  /// Replaces a disclosure's record and keeps its passages.
  public MemoryCorpus amend(Disclosure disclosure) {
    disclosures.put(disclosure.id(), disclosure);
    return this;
  }

  public MemoryCorpus without(Disclosure disclosure) {
    disclosures.remove(disclosure.id());
    passages.remove(disclosure.id());
    return this;
  }

  @Override
  public CorpusRevision revision() {
    return new CorpusRevision(1);
  }

  @Override
  public List<Disclosure> disclosures() {
    return List.copyOf(disclosures.values());
  }

  @Override
  public List<Disclosure> inForce(Instant asOf) {
    return disclosures.values().stream().filter(each -> each.isInForce(asOf)).toList();
  }

  @Override
  public Optional<Disclosure> disclosure(DisclosureId id) {
    return Optional.ofNullable(disclosures.get(id));
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    return passages.getOrDefault(id, List.of());
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    return passages(id.disclosure()).stream().filter(each -> each.id().equals(id)).findFirst();
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
    throw writtenOut();
  }

  @Override
  public Intake draft(Path file) {
    throw writtenOut();
  }

  @Override
  public Disclosure publish(DisclosureId id, Instant at) {
    throw writtenOut();
  }

  @Override
  public Disclosure withdraw(DisclosureId id, String reason) {
    throw writtenOut();
  }

  @Override
  public Path original(DisclosureId id) {
    throw writtenOut();
  }

  @Override
  public byte[] page(DisclosureId id, int page, List<Box> marked) {
    throw writtenOut();
  }

  private static UnsupportedOperationException writtenOut() {
    return new UnsupportedOperationException("Use with(...)");
  }

  @Override
  public void close() {}
}
