package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import onrecord.bot.Reading;
import onrecord.bot.finding.FoundFigure;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling;
import onrecord.bot.ruling.Support;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;
import onrecord.prompts.Policy;

/// Writes replies of standard phrases, figures and quotations alone: it selects, and never
/// rewrites.
public final class ExtractiveComposer implements Composer {

  private final Function<Language, Phrasebook> phrasebooks;

  public ExtractiveComposer(Function<Language, Phrasebook> phrasebooks) {
    this.phrasebooks = phrasebooks;
  }

  @Override
  public String writer(Draft draft) {
    return "extractive";
  }

  /// Says where the words that follow stand.
  public Sentence leadIn(Disclosure disclosure, Language language) {
    var style = Style.of(phrasebooks.apply(language), language);
    return style.say(Phrase.QUOTE_FROM, "source", style.names().source(disclosure));
  }

  @Override
  public Draft compose(Matter matter) {
    var language = matter.reading().language();
    var style = Style.of(phrasebooks.apply(language), language);
    var parts = new ArrayList<List<Sentence>>();
    for (int i = 0; i < matter.rulings().size(); i++) {
      var sentences = new ArrayList<Sentence>();
      var part = matter.reading().parts().get(i);
      if (matter.rulings().size() > 1 && !part.hasCue(Policy.Kind.INSTRUCTION)) {
        sentences.add(style.say(Phrase.PART_HEADING, "part", heading(part)));
      }
      sentences.addAll(said(i, matter, style));
      parts.add(sentences);
    }
    return new Draft(
        List.of(style.say(Phrase.SALUTATION)), parts, List.of(style.say(Phrase.CLOSING)));
  }

  /// A part in its own words, which is why none is given to an order to the assistant: what it
  /// wants said would be said.
  private static String heading(Reading.Part part) {
    return part.original().strip().replaceAll("[？?。；;，,！!\\s]+$", "");
  }

  private static List<Sentence> said(int i, Matter matter, Style style) {
    var part = matter.reading().parts().get(i);
    var writing = new Writing(part, style);
    var referrals = new Referrals(matter, i, style);
    return switch (matter.rulings().get(i)) {
      case Ruling.Answered answered -> writing.support(answered.support());
      case Ruling.OutlookQuoted quoted -> referrals.outlook(quoted);
      case Ruling.Deferred deferred ->
          referrals.deferral(
              deferred,
              deferred.nearest().map(writing::support).orElse(List.of()),
              matter.ownReferrals().get(i));
      case Ruling.NotDisclosed absent ->
          referrals.notDisclosed(absent.nearby().map(writing::support).orElse(List.of()));
      case Ruling.Declined declined -> List.of(referrals.declined(declined.reason()));
    };
  }

  /// What is said from disclosures to one part.
  private record Writing(FigureWriting figures, QuoteWriting quotes) {

    Writing(Reading.Part part, Style style) {
      this(new FigureWriting(part, style), new QuoteWriting(style));
    }

    List<Sentence> support(Support support) {
      return switch (support) {
        case Support.Stated stated -> figures.stated(stated.figures());
        case Support.Computed computed -> List.of(figures.computed(computed.computation()));
        case Support.StatedAndComputed both -> {
          var sentences = new ArrayList<>(figures.stated(both.figures()));
          sentences.add(figures.computed(both.computation()));
          yield sentences;
        }
        case Support.LinedUp lined -> figures.linedUp(lined.lineup());
        case Support.Quoted quoted -> quotes.quoted(quoted.quotes());
        case Support.StatedAndQuoted both -> {
          var sentences = new ArrayList<>(figures.stated(both.figures()));
          sentences.addAll(quotes.quoted(unsaid(both.quotes(), both.figures())));
          yield sentences;
        }
      };
    }

    /// The quotations that are not those of the figures already given.
    private static List<Quote> unsaid(List<Quote> quotes, List<List<FoundFigure>> figures) {
      var said = new LinkedHashSet<Quote>();
      figures.stream().map(List::getFirst).map(FoundFigure::quote).forEach(said::add);
      return quotes.stream().filter(quote -> !said.contains(quote)).toList();
    }
  }
}
