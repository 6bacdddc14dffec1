package onrecord.retrieval.asking;

import java.util.Set;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import onrecord.retrieval.analysis.QueryTerms;
import onrecord.retrieval.structure.Statement;
import org.jspecify.annotations.Nullable;

/// What a query asks for, as the search understands it.
///
/// @param query as it was put
/// @param terms what to look for in passages
/// @param issuers whom it names; empty if none
/// @param period what it is about; of several the last; null if it names none
/// @param kinds of document that it names or that report on its period; empty if any
/// @param statements that hold what it asks for
/// @param titles the statements that it names itself
/// @param parent whether it is about the parent company alone
public record Asked(
    Query query,
    QueryTerms terms,
    Set<SecuritiesCode> issuers,
    @Nullable ReportingPeriod period,
    Set<DisclosureKind> kinds,
    Set<Statement> statements,
    Set<Statement> titles,
    boolean parent) {

  public Asked {
    issuers = Set.copyOf(issuers);
    kinds = Set.copyOf(kinds);
    statements = Set.copyOf(statements);
    titles = Set.copyOf(titles);
  }
}
