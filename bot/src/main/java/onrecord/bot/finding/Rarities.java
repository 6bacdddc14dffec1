package onrecord.bot.finding;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onrecord.corpus.Corpus;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.SecuritiesCode;

/// The rarity of terms within what an issuer has disclosed, counted anew when the corpus has
/// changed.
public final class Rarities {

  private final Corpus corpus;
  private final Map<SecuritiesCode, Counted> counted = new ConcurrentHashMap<>();

  public Rarities(Corpus corpus) {
    this.corpus = corpus;
  }

  private record Counted(CorpusRevision revision, Rarity rarity) {}

  public Rarity of(SecuritiesCode issuer) {
    var revision = corpus.revision();
    return counted
        .compute(
            issuer,
            (code, known) ->
                known != null && known.revision().equals(revision)
                    ? known
                    : new Counted(revision, count(code)))
        .rarity();
  }

  private Rarity count(SecuritiesCode issuer) {
    return Rarity.over(
        corpus.disclosures().stream()
            .filter(disclosure -> disclosure.issuer().code().equals(issuer))
            .flatMap(disclosure -> corpus.passages(disclosure.id()).stream()));
  }
}
