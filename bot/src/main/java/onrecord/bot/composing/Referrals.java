package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading;
import onrecord.bot.composing.Sentence.Attributed;
import onrecord.bot.composing.Sentence.Quotation;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling;
import onrecord.bot.ruling.Ruling.About;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Phrase;
import org.jspecify.annotations.Nullable;

/// Writes what is said where a part is not simply answered: what is deferred and to which report,
/// what is not disclosed and where else to ask, what is declined.
final class Referrals {

  private final Composer.Matter matter;
  private final int index;
  private final Reading.Part part;
  private final Style style;
  private final Names names;

  /// @param index of the part among those of the matter
  Referrals(Composer.Matter matter, int index, Style style) {
    this.matter = matter;
    this.index = index;
    this.part = matter.reading().parts().get(index);
    this.style = style;
    this.names = style.names();
  }

  /// A published outlook, attributed and dated, with the risk notice.
  List<Sentence> outlook(Ruling.OutlookQuoted outlook) {
    var sentences = new ArrayList<Sentence>();
    var first = outlook.support().quotes().getFirst();
    var published = first.disclosure().publishedAt();
    sentences.add(
        style.say(
            Phrase.OUTLOOK_FROM,
            "source",
            names.title(first.disclosure()),
            "date",
            published == null ? "" : names.day(published)));
    outlook.support().quotes().forEach(quote -> sentences.add(new Quotation(quote)));
    if (Forward.isThirdParty(first.words())) {
      sentences.add(style.say(Phrase.THIRD_PARTY_ESTIMATE));
    }
    sentences.add(style.say(Phrase.RISK_NOTICE));
    if (!outlook.isThirdParty()) {
      sentences.add(referral(About.RESULTS));
    }
    return sentences;
  }

  /// Why it is deferred, to what, the nearest disclosed fact, and which report will answer.
  ///
  /// @param nearest what is disclosed nearby, written
  List<Sentence> deferral(
      Ruling.Deferred deferred, List<Sentence> nearest, Optional<Quote> ownReferral) {
    var sentences = new ArrayList<Sentence>();
    sentences.add(why(deferred.reason()));
    sentences.add(referral(deferred.about()));
    sentences.addAll(ledIn(nearest));
    if (deferred.about() == About.RESULTS) {
      ownReferral.ifPresent(
          quote -> sentences.addAll(new QuoteWriting(style).quoted(List.of(quote))));
    }
    var next = matter.nextReport();
    if (next != null && deferred.about() == About.RESULTS && deferred.reason() != Reason.PRICE) {
      sentences.add(
          style.say(
              Phrase.NEXT_REPORT,
              "report",
              names.nextReport(next),
              "due",
              names.day(next.dueBy())));
    }
    return sentences;
  }

  private List<Sentence> ledIn(List<Sentence> nearest) {
    if (nearest.isEmpty()) {
      return List.of();
    }
    var sentences = new ArrayList<Sentence>();
    sentences.add(style.say(Phrase.NEAREST_FACT));
    sentences.addAll(nearest);
    return sentences;
  }

  private Sentence why(Reason reason) {
    return switch (reason) {
      case PRICE -> style.say(Phrase.DECLINE_PRICE);
      case UNDISCLOSED_MATERIAL -> style.say(Phrase.DECLINE_UNDISCLOSED);
      case BEYOND_HORIZON -> beyondHorizon();
      case FORECAST, ADVICE, NOT_IN_CORPUS, OTHER_ISSUER, NOT_A_QUESTION ->
          style.say(Phrase.WHY_FORECAST);
    };
  }

  private Sentence beyondHorizon() {
    var horizon = matter.horizon();
    var awaited = awaited();
    return horizon == null || awaited == null
        ? style.say(Phrase.WHY_FORECAST)
        : style.say(
            Phrase.WHY_BEYOND_HORIZON,
            "horizon",
            names.period(horizon),
            "period",
            names.period(awaited));
  }

  private Sentence referral(About about) {
    return switch (about) {
      case RESULTS -> style.say(Phrase.DEFER_RESULTS, "topic", names.awaited(part, awaited()));
      case EVENTS -> style.say(Phrase.DEFER_EVENTS, "topic", names.topic(part));
    };
  }

  /// The last period asked about that no report has reached; null where there is none.
  private @Nullable ReportingPeriod awaited() {
    var horizon = matter.horizon();
    return part.periods().reversed().stream()
        .map(Reading.AskedPeriod::period)
        .filter(period -> horizon == null || period.end().isAfter(horizon.end()))
        .findFirst()
        .orElse(null);
  }

  /// Up to when and where it was looked for, what is disclosed nearby, which report may hold it,
  /// and whom to ask.
  ///
  /// @param nearby what is disclosed nearby, written
  List<Sentence> notDisclosed(List<Sentence> nearby) {
    var sentences = new ArrayList<Sentence>();
    var reach = matter.reach();
    sentences.add(
        style.say(
            Phrase.NOT_DISCLOSED,
            "topic",
            names.topic(part),
            "reach",
            reach == null ? "—" : names.day(reach)));
    if (!matter.search().lookedThrough().isEmpty()) {
      var documents =
          matter.search().lookedThrough().stream()
              .map(names::title)
              .distinct()
              .collect(Collectors.joining("、"));
      sentences.add(style.say(Phrase.LOOKED_THROUGH, "documents", documents));
    }
    incomputable().ifPresent(sentences::add);
    sentences.addAll(ledIn(nearby));
    var next = matter.nextReport();
    if (next != null) {
      sentences.add(
          style.say(
              Phrase.REPORT_TO_HOLD,
              "report",
              names.nextReport(next),
              "due",
              names.day(next.dueBy())));
    }
    sentences.addAll(contact());
    return sentences;
  }

  /// For want of which figures nothing is computed; empty where nothing was to be.
  private Optional<Sentence> incomputable() {
    var lacking = matter.findings().get(index).lacking();
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            style.say(
                Phrase.NOT_COMPUTED,
                "missing",
                String.join(style.phrases().label("note.listSeparator"), lacking),
                "what",
                style.phrases().label("note.computation")));
  }

  /// That the question is left with the IR team, and its contact as the company's own report gives
  /// it.
  private List<Sentence> contact() {
    return List.of(
        style.say(Phrase.LEFT_FOR_IR),
        matter
            .search()
            .contact()
            .<Sentence>map(contact ->
                new Attributed(
                    Phrase.IR_CONTACT,
                    Map.of("contact", names.contact(contact)),
                    List.of(contact.person(), contact.telephone(), contact.email()),
                    contact.quote()))
            .orElseGet(() ->
                style.say(
                    Phrase.IR_CONTACT, "contact", style.phrases().label("note.contactUnknown"))));
  }

  Sentence declined(Reason reason) {
    return switch (reason) {
      case PRICE -> style.say(Phrase.DECLINE_PRICE);
      case ADVICE -> style.say(Phrase.DECLINE_ADVICE);
      case OTHER_ISSUER -> style.say(Phrase.DECLINE_OTHER_ISSUER, "issuer", issuer());
      case UNDISCLOSED_MATERIAL -> style.say(Phrase.DECLINE_UNDISCLOSED);
      case NOT_A_QUESTION, FORECAST, BEYOND_HORIZON, NOT_IN_CORPUS ->
          style.say(Phrase.DECLINE_NOT_A_QUESTION, "issuer", issuer());
    };
  }

  private String issuer() {
    Issuer issuer = matter.reading().issuer();
    return issuer == null ? "" : issuer.shortName();
  }
}
