package onrecord.bot.reading;

import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingCalendar;
import org.jspecify.annotations.Nullable;

/// What all parts of a question are read against.
///
/// @param companies the issuers held at the as-of date
/// @param issuer the issuer asked about; null where none is held
/// @param calendar of that issuer
/// @param fiscalYear how it counts its years
/// @param known what its disclosures mention
record PartContext(
    Companies companies,
    @Nullable Issuer issuer,
    ReportingCalendar calendar,
    FiscalYear fiscalYear,
    KnownIssuers known) {

  /// Whether a name stands in the disclosures of the issuer asked about.
  boolean isKnown(String name) {
    return issuer != null && known.mentions(issuer.code(), name);
  }
}
