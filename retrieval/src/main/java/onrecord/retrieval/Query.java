package onrecord.retrieval;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// What to look for, and among what. Filters are part of the search, not applied to its result.
///
/// @param text the question, or the part of it that is asked here, in simplified Chinese or English
/// @param expansions further words for the same things (synonyms, the printed names of metrics),
///   weighted below the text
/// @param language the language of the text
/// @param asOf only what counts at this instant is found
/// @param issuers empty for all
/// @param kinds empty for all
/// @param period passages whose disclosure covers it are preferred, not required; null where the
///   question names none
/// @param k how many to return, 1 to 1,000
public record Query(
    String text,
    List<String> expansions,
    Language language,
    Instant asOf,
    Set<SecuritiesCode> issuers,
    Set<DisclosureKind> kinds,
    @Nullable ReportingPeriod period,
    int k) {

  /// The most that a query may ask for.
  public static final int MOST = 1_000;

  public Query {
    if (k < 1 || k > MOST) {
      throw new IllegalArgumentException("k must be from 1 to 1,000, not " + k);
    }
    expansions = List.copyOf(expansions);
    issuers = Set.copyOf(issuers);
    kinds = Set.copyOf(kinds);
  }

  /// Everything in force, for a plain search.
  public static Query of(String text, Language language, Instant asOf, int k) {
    return new Query(text, List.of(), language, asOf, Set.of(), Set.of(), null, k);
  }

  /// The same for another number of results.
  public Query first(int count) {
    return new Query(text, expansions, language, asOf, issuers, kinds, period, count);
  }
}
