package onrecord.bot.answering;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.bot.finding.PerRevision;
import onrecord.bot.finding.Words;
import onrecord.bot.reading.KnownIssuers;
import onrecord.corpus.Basis;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// The issuers whose disclosures a corpus holds.
public final class CorpusIssuers implements KnownIssuers {

  private final Corpus corpus;
  private final PerRevision<String> texts;

  public CorpusIssuers(Corpus corpus) {
    this.corpus = corpus;
    this.texts =
        new PerRevision<>(
            corpus,
            (all, disclosures) ->
                disclosures
                    .flatMap(disclosure -> all.passages(disclosure.id()).stream())
                    .map(Passage::text)
                    .map(Words::compact)
                    .collect(Collectors.joining("\n")));
  }

  @Override
  public List<Issuer> asOf(Instant asOf) {
    var newest = new LinkedHashMap<SecuritiesCode, Issuer>();
    for (var disclosure : corpus.inForce(asOf)) {
      newest.merge(disclosure.issuer().code(), disclosure.issuer(), CorpusIssuers::withAliases);
    }
    return List.copyOf(newest.values());
  }

  /// The newest names count; the others stay as aliases.
  private static Issuer withAliases(Issuer newer, Issuer older) {
    var aliases = new LinkedHashSet<>(newer.aliases());
    aliases.addAll(older.aliases());
    aliases.add(older.shortName());
    aliases.add(older.companyName());
    aliases.remove(newer.shortName());
    aliases.remove(newer.companyName());
    return new Issuer(newer.code(), newer.shortName(), newer.companyName(), List.copyOf(aliases));
  }

  @Override
  public Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf) {
    return corpus.horizon(issuer, asOf);
  }

  @Override
  public Optional<ReportingPeriod> fiscalYear(SecuritiesCode issuer, Instant asOf) {
    var reported =
        corpus.inForce(asOf).stream()
            .filter(disclosure -> disclosure.issuer().code().equals(issuer))
            .filter(disclosure -> disclosure.kind().isPeriodicReport())
            .map(Disclosure::period)
            .filter(Objects::nonNull)
            .toList();
    return reported.stream()
        .filter(period -> period.basis() == Basis.FULL_YEAR)
        .findFirst()
        .or(() -> reported.stream().findFirst().map(CorpusIssuers::yearOf));
  }

  /// The periods of reports begin with the financial year.
  private static ReportingPeriod yearOf(ReportingPeriod period) {
    return new ReportingPeriod(
        period.start(), period.start().plusYears(1).minusDays(1), Basis.FULL_YEAR);
  }

  @Override
  public boolean mentions(SecuritiesCode issuer, String name) {
    return texts.of(issuer).contains(Words.compact(name));
  }
}
