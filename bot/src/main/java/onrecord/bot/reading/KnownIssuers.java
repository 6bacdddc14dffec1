package onrecord.bot.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// What reading needs to know of the companies whose disclosures are held.
public interface KnownIssuers {

  /// The issuers with anything published by an instant.
  List<Issuer> asOf(Instant asOf);

  /// The last period that an issuer has reported on by an instant; empty if none.
  Optional<ReportingPeriod> horizon(SecuritiesCode issuer, Instant asOf);

  /// Whether a name stands in an issuer's disclosures: the name of a segment, product, customer or
  /// partner, and so no other company's whose figures are asked for by mistake.
  boolean mentions(SecuritiesCode issuer, String name);

  /// A whole financial year of an issuer, by which it counts all of them; empty where that is not
  /// known.
  default Optional<ReportingPeriod> fiscalYear(SecuritiesCode issuer, Instant asOf) {
    return Optional.empty();
  }
}
