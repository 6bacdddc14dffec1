package onrecord.bot.finding;

import onrecord.corpus.Corpus;
import onrecord.corpus.SecuritiesCode;

/// The rarity of terms within what an issuer has disclosed.
public final class Rarities {

  private final PerRevision<Rarity> rarities;

  public Rarities(Corpus corpus) {
    rarities =
        new PerRevision<>(
            corpus,
            (all, disclosures) ->
                Rarity.over(
                    disclosures.flatMap(disclosure -> all.passages(disclosure.id()).stream())));
  }

  public Rarity of(SecuritiesCode issuer) {
    return rarities.of(issuer);
  }
}
