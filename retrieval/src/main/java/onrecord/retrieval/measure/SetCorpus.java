package onrecord.retrieval.measure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;

/// A question set's passages as a corpus: each is a disclosure of its own.
final class SetCorpus extends MadeCorpus {

  static final Instant PUBLISHED_AT = Instant.EPOCH;

  private static final Issuer NOBODY = new Issuer(new SecuritiesCode("0"), "", "", List.of());

  private final Map<DisclosureId, Disclosure> disclosures = new LinkedHashMap<>();
  private final Map<DisclosureId, Passage> passages = new LinkedHashMap<>();
  private final Map<DisclosureId, String> names = new LinkedHashMap<>();

  /// @param name the id that the set gives the passage
  void add(String name, String title, String text) {
    var id = new DisclosureId("p" + names.size());
    names.put(id, name);
    disclosures.put(
        id,
        new Disclosure(
            id,
            NOBODY,
            null,
            DisclosureKind.OTHER,
            title,
            null,
            Language.ZH,
            null,
            PUBLISHED_AT,
            null,
            null,
            "",
            "",
            0,
            1));
    passages.put(
        id,
        new Passage(
            PassageId.of(id, 0),
            0,
            text,
            Speaker.COMPANY,
            Passage.Form.PROSE,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null));
  }

  /// The id that the set gives a passage.
  String name(PassageId id) {
    return Optional.ofNullable(names.get(id.disclosure())).orElseThrow();
  }

  @Override
  public List<Disclosure> disclosures() {
    return List.copyOf(disclosures.values());
  }

  @Override
  public Optional<Disclosure> disclosure(DisclosureId id) {
    return Optional.ofNullable(disclosures.get(id));
  }

  @Override
  public List<Passage> passages(DisclosureId id) {
    return Optional.ofNullable(passages.get(id)).stream().toList();
  }

  @Override
  public Optional<Passage> passage(PassageId id) {
    return Optional.ofNullable(passages.get(id.disclosure()));
  }
}
