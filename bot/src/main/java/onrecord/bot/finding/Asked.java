package onrecord.bot.finding;

import java.time.Instant;
import java.util.List;
import onrecord.bot.Reading;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;

/// A part of a question, and from whom and as of when it is to be answered.
///
/// @param gist what it is about
/// @param periods the periods whose figures it asks for, one by one; empty for the newest
/// @param measure the kind of number that it asks for
/// @param company the issuer
/// @param asOf what was published by then counts
/// @param rarity of terms among what the issuer disclosed
record Asked(
    Reading.Part part,
    Gist gist,
    List<ReportingPeriod> periods,
    Measure measure,
    Issuer company,
    Instant asOf,
    Rarity rarity) {

  Asked {
    periods = List.copyOf(periods);
  }

  SecuritiesCode issuer() {
    return company.code();
  }

  String text() {
    return part.text();
  }
}
