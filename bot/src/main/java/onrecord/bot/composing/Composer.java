package onrecord.bot.composing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import onrecord.bot.Answer;
import onrecord.bot.Reading;
import onrecord.bot.finding.Contact;
import onrecord.bot.finding.Findings;
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
  /// @param findings what was found for each part, in order
  /// @param ownReferrals the company's own words that refer such questions to its reports, by part
  /// @param nextReport the report that will answer what is deferred; null where none is foreseen
  /// @param horizon the last period that was reported; null where none was
  /// @param reach up to which day the disclosures held here go
  /// @param asOf what was published by then counts
  /// @param search where was looked, for what was not found
  record Matter(
      Reading reading,
      List<Ruling> rulings,
      List<Findings> findings,
      List<Optional<Quote>> ownReferrals,
      Answer.@Nullable NextReport nextReport,
      @Nullable ReportingPeriod horizon,
      @Nullable Instant reach,
      Instant asOf,
      Search search) {

    public Matter {
      rulings = List.copyOf(rulings);
      findings = List.copyOf(findings);
      ownReferrals = List.copyOf(ownReferrals);
    }
  }

  /// Where was looked, and whom else to ask.
  ///
  /// @param lookedThrough the disclosures that came nearest, the nearest first
  /// @param contact the company's own, from its reports
  record Search(List<Disclosure> lookedThrough, Optional<Contact> contact) {

    public Search {
      lookedThrough = List.copyOf(lookedThrough);
    }
  }

  /// The name under which an answer records who wrote a draft of this composer.
  String writer(Draft draft);

  Draft compose(Matter matter);

  /// The same, telling of sentences before all is written: part by part, each as the draft is going
  /// to hold it. One that writes at once tells of none.
  default Draft compose(Matter matter, Consumer<Sentence> told) {
    return compose(matter);
  }
}
