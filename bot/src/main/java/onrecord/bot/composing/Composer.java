package onrecord.bot.composing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Reading;
import onrecord.bot.finding.Contact;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling;
import onrecord.corpus.Disclosure;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// Writes a reply from rulings.
public interface Composer {

  /// What to write about.
  ///
  /// @param rulings one for each part of the reading, in order
  /// @param ownReferrals the company's own words that refer such questions to its reports, by part
  /// @param nextReport the report that will answer what is deferred; null where none is foreseen
  /// @param horizon the last period that was reported; null where none was
  /// @param reach up to which day the disclosures held here go
  /// @param search where was looked, for what was not found
  record Matter(
      Reading reading,
      List<Ruling> rulings,
      List<Optional<Quote>> ownReferrals,
      Answer.@Nullable NextReport nextReport,
      @Nullable ReportingPeriod horizon,
      @Nullable Instant reach,
      Search search) {}

  /// Where was looked, and whom else to ask.
  ///
  /// @param lookedThrough the disclosures that came nearest, the nearest first
  /// @param contact the company's own, from its reports
  record Search(List<Disclosure> lookedThrough, Optional<Contact> contact) {

    public Search {
      lookedThrough = List.copyOf(lookedThrough);
    }
  }

  /// The name under which answers record who wrote them.
  String name();

  Draft compose(Matter matter);
}
