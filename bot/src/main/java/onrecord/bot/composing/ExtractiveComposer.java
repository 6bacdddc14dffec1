package onrecord.bot.composing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.composing.Sentence.Quotation;
import onrecord.bot.composing.Sentence.Standard;
import onrecord.bot.composing.Sentence.Stated;
import onrecord.bot.composing.Sentence.Supporting;
import onrecord.bot.finding.Computation;
import onrecord.bot.finding.FigureFinder;
import onrecord.bot.finding.Forward;
import onrecord.bot.finding.FoundFigure;
import onrecord.bot.finding.Quote;
import onrecord.bot.ruling.Ruling;
import onrecord.bot.ruling.Ruling.About;
import onrecord.bot.ruling.Support;
import onrecord.corpus.Change;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Phrase;
import onrecord.prompts.Phrasebook;
import org.jspecify.annotations.Nullable;

/// Writes replies of standard phrases, figures and quotations alone: it selects, and never
/// rewrites.
public final class ExtractiveComposer implements Composer {

  private static final Pattern NAMES_A_PERIOD =
      Pattern.compile("\\d{2,4}\\s*年|季度|上半年|下半年|年末|年底|[Qq][1-4]|\\b20\\d{2}\\b");
  private static final String ATTRIBUTABLE = "归属于上市公司股东的净利润";

  private final Function<Language, Phrasebook> phrasebooks;

  public ExtractiveComposer(Function<Language, Phrasebook> phrasebooks) {
    this.phrasebooks = phrasebooks;
  }

  @Override
  public String writer(Draft draft) {
    return "extractive";
  }

  @Override
  public Draft compose(Matter matter) {
    var phrases = phrasebooks.apply(matter.reading().language());
    var writing = new Writing(matter, phrases, new Names(phrases, matter.reading().language()));
    return writing.draft();
  }

  /// Says where the words that follow stand.
  public Sentence leadIn(Disclosure disclosure, Language language) {
    var names = new Names(phrasebooks.apply(language), language);
    return new Standard(Phrase.QUOTE_FROM, Map.of("source", names.source(disclosure)));
  }

  /// One reply being written.
  private record Writing(Matter matter, Phrasebook phrases, Names names) {

    Draft draft() {
      var parts = new ArrayList<List<Sentence>>();
      for (int i = 0; i < matter.rulings().size(); i++) {
        var sentences = new ArrayList<Sentence>();
        if (matter.rulings().size() > 1) {
          sentences.add(standard(Phrase.PART_HEADING, "part", heading(part(i))));
        }
        sentences.addAll(said(i));
        parts.add(sentences);
      }
      return new Draft(
          List.of(standard(Phrase.SALUTATION)), parts, List.of(standard(Phrase.CLOSING)));
    }

    private Reading.Part part(int i) {
      return matter.reading().parts().get(i);
    }

    private static String heading(Reading.Part part) {
      return part.original().strip().replaceAll("[？?。；;，,！!\\s]+$", "");
    }

    private List<Sentence> said(int i) {
      var part = part(i);
      return switch (matter.rulings().get(i)) {
        case Ruling.Answered answered -> support(answered.support(), part);
        case Ruling.OutlookQuoted quoted -> outlook(quoted, part);
        case Ruling.Deferred deferred -> deferral(deferred, part, matter.ownReferrals().get(i));
        case Ruling.NotDisclosed absent -> notDisclosed(absent, part);
        case Ruling.Declined declined -> List.of(declined(declined.reason()));
      };
    }

    private List<Sentence> support(Support support, Reading.Part part) {
      return switch (support) {
        case Support.Stated stated -> figures(stated.figures(), part);
        case Support.Computed computed -> List.of(computed(computed.computation(), part));
        case Support.StatedAndComputed both -> {
          var sentences = new ArrayList<>(figures(both.figures(), part));
          sentences.add(computed(both.computation(), part));
          yield sentences;
        }
        case Support.Quoted quoted -> quoted(quoted.quotes());
        case Support.StatedAndQuoted both -> {
          var sentences = new ArrayList<>(figures(both.figures(), part));
          sentences.addAll(quoted(unsaid(both.quotes(), both.figures())));
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

    private List<Sentence> figures(List<List<FoundFigure>> lists, Reading.Part part) {
      var sentences = new ArrayList<Sentence>();
      var quoted = new LinkedHashSet<Quote>();
      for (var list : lists) {
        var best = best(list, part);
        if (best.isInProse()) {
          quoted.add(best.quote());
        } else {
          sentences.add(stated(best, part));
        }
      }
      sentences.addAll(quoted(List.copyOf(quoted)));
      sentences.addAll(notes(lists, part));
      return sentences;
    }

    /// The most authoritative figure that states what is asked of it.
    private static FoundFigure best(List<FoundFigure> list, Reading.Part part) {
      var first = list.getFirst();
      if (!asksForChange(part)) {
        return first;
      }
      return list.stream()
          .filter(found -> !found.figure().changes().isEmpty())
          .filter(
              found -> found.figure().inBaseUnits().compareTo(first.figure().inBaseUnits()) == 0)
          .findFirst()
          .orElse(first);
    }

    private static boolean asksForChange(Reading.Part part) {
      return part.aspects().contains(Aspect.YEAR_ON_YEAR)
          || part.aspects().contains(Aspect.PERIOD_ON_PERIOD);
    }

    private Sentence stated(FoundFigure best, Reading.Part part) {
      var variables =
          new HashMap<>(
              Map.of(
                  "source", names.source(best.disclosure()),
                  "period", names.period(FigureFinder.periodOf(best)),
                  "metric", names.metric(best, askedMetric(best, part)),
                  "value", names.value(best.figure())));
      var change = changeOf(best);
      if (change == null) {
        return new Stated(Phrase.FIGURE, Map.copyOf(variables), List.of(supporting(best)), null);
      }
      variables.put("change", names.change(change));
      return new Stated(
          Phrase.FIGURE_WITH_CHANGE, Map.copyOf(variables), List.of(supporting(best)), null);
    }

    private static @Nullable Change changeOf(FoundFigure best) {
      return best.figure().changes().stream()
          .filter(change -> change.against() == Change.Against.YEAR_BEFORE)
          .findFirst()
          .orElse(null);
    }

    private static @Nullable Metric askedMetric(FoundFigure found, Reading.Part part) {
      return part.metrics().stream()
          .filter(metric ->
              metric.printed().contains(found.figure().metric())
                  || metric.asked().contains(found.figure().metric())
                  || metric.id().equals(found.figure().metric()))
          .findFirst()
          .orElse(part.metrics().isEmpty() ? null : part.metrics().getFirst());
    }

    private static Supporting supporting(FoundFigure found) {
      return new Supporting(
          found.quote(), found.figure().printed(), found.figure().row(), found.figure().column());
    }

    private List<Sentence> notes(List<List<FoundFigure>> lists, Reading.Part part) {
      var notes = new ArrayList<Sentence>();
      boolean yearToDate =
          lists.stream()
              .map(List::getFirst)
              .anyMatch(found -> Names.isYearToDate(FigureFinder.periodOf(found)));
      if (part.aspects().contains(Aspect.PERIOD_ON_PERIOD) && yearToDate) {
        notes.add(standard(Phrase.BASE_NOT_STATED));
      }
      if (isBareProfit(part)) {
        notes.add(standard(Phrase.PROFIT_READ_AS_ATTRIBUTABLE));
      }
      return notes;
    }

    private static boolean isBareProfit(Reading.Part part) {
      boolean attributable =
          part.metrics().stream().anyMatch(metric -> metric.id().equals(ATTRIBUTABLE));
      return attributable && !part.text().matches("(?s).*(归母|归属|扣非|attributable).*");
    }

    private Sentence computed(Computation computation, Reading.Part part) {
      var value = names.value(computation);
      return new Stated(
          Phrase.COMPUTED,
          Map.of(
              "what", what(computation, part),
              "formula", withUnits(computation),
              "value", value),
          computation.operands().stream().map(Writing::supporting).distinct().toList(),
          new Answer.Computed(computation.formula(), computation.value(), computation.unit()));
    }

    /// The formula with the unit behind each figure.
    private String withUnits(Computation computation) {
      var formula = new StringBuilder(computation.formula());
      int from = 0;
      for (var operand : computation.operands()) {
        var printed = names.digits(operand.figure());
        int at = formula.indexOf(printed, from);
        if (at >= 0) {
          var shown = names.printed(operand.figure());
          formula.replace(at, at + printed.length(), shown);
          from = at + shown.length();
        }
      }
      return formula.toString();
    }

    private String what(Computation computation, Reading.Part part) {
      var period = names.period(periodOf(computation, part));
      var what = computation.what().strip().replaceAll("(是|有|为)?(多少|几倍|几)?[？?。吗呢啊\\s]*$", "");
      return NAMES_A_PERIOD.matcher(what).find() ? what : names.of(what, period);
    }

    /// The period that a computed value is for: that of its operands, or the one asked for where it
    /// follows from several.
    private static @Nullable ReportingPeriod periodOf(Computation computation, Reading.Part part) {
      var periods = computation.operands().stream().map(FigureFinder::periodOf).distinct().toList();
      return periods.size() > 1 && !part.periods().isEmpty()
          ? part.periods().getFirst().period()
          : periods.getFirst();
    }

    private List<Sentence> quoted(List<Quote> quotes) {
      var sentences = new ArrayList<Sentence>();
      var headed = new LinkedHashSet<Quote>();
      String source = null;
      for (var quote : quotes) {
        var named = names.source(quote.disclosure());
        if (!named.equals(source)) {
          sentences.add(standard(Phrase.QUOTE_FROM, "source", named));
          source = named;
        }
        headings(quote).filter(headed::add).map(Quotation::new).ifPresent(sentences::add);
        sentences.add(new Quotation(quote));
      }
      return sentences;
    }

    /// The heading line over a row of three or more cells, which would mean little without it.
    private static Optional<Quote> headings(Quote row) {
      if (row.passage().form() != Passage.Form.TABLE
          || row.words().chars().filter(c -> c == '\t').count() < 2) {
        return Optional.empty();
      }
      var text = row.passage().text();
      int end = text.indexOf('\n');
      int start = 0;
      if (end > 0 && text.substring(0, end).indexOf('\t') < 0) {
        start = end + 1;
        end = text.indexOf('\n', start);
      }
      return end <= start || end > row.start()
          ? Optional.empty()
          : Optional.of(new Quote(row.disclosure(), row.passage(), start, end));
    }

    private List<Sentence> outlook(Ruling.OutlookQuoted outlook, Reading.Part part) {
      var sentences = new ArrayList<Sentence>();
      var first = outlook.support().quotes().getFirst();
      var published = first.disclosure().publishedAt();
      sentences.add(
          new Standard(
              Phrase.OUTLOOK_FROM,
              Map.of(
                  "source",
                  phrases.label("source.titled", Map.of("title", first.disclosure().title())),
                  "date",
                  published == null ? "" : names.day(published))));
      outlook.support().quotes().forEach(quote -> sentences.add(new Quotation(quote)));
      if (Forward.isThirdParty(first.words())) {
        sentences.add(standard(Phrase.THIRD_PARTY_ESTIMATE));
      }
      sentences.add(standard(Phrase.RISK_NOTICE));
      if (!outlook.isThirdParty()) {
        sentences.add(referral(About.RESULTS, part));
      }
      return sentences;
    }

    private List<Sentence> deferral(
        Ruling.Deferred deferred, Reading.Part part, Optional<Quote> ownReferral) {
      var sentences = new ArrayList<Sentence>();
      sentences.add(why(deferred.reason(), part));
      sentences.add(referral(deferred.about(), part));
      deferred.nearest().ifPresent(support -> sentences.addAll(nearest(support, part)));
      if (deferred.about() == About.RESULTS) {
        ownReferral.ifPresent(quote -> sentences.addAll(quoted(List.of(quote))));
      }
      var next = matter.nextReport();
      if (next != null && deferred.about() == About.RESULTS && deferred.reason() != Reason.PRICE) {
        sentences.add(
            new Standard(
                Phrase.NEXT_REPORT,
                Map.of("report", names.nextReport(next), "due", names.day(next.dueBy()))));
      }
      return sentences;
    }

    private List<Sentence> nearest(Support support, Reading.Part part) {
      var sentences = new ArrayList<Sentence>();
      sentences.add(standard(Phrase.NEAREST_FACT));
      sentences.addAll(support(support, part));
      return sentences;
    }

    private Sentence why(Reason reason, Reading.Part part) {
      return switch (reason) {
        case PRICE -> standard(Phrase.DECLINE_PRICE);
        case UNDISCLOSED_MATERIAL -> standard(Phrase.DECLINE_UNDISCLOSED);
        case BEYOND_HORIZON -> beyondHorizon(part);
        case FORECAST, ADVICE, NOT_IN_CORPUS, OTHER_ISSUER, NOT_A_QUESTION ->
            standard(Phrase.WHY_FORECAST);
      };
    }

    private Sentence beyondHorizon(Reading.Part part) {
      var horizon = matter.horizon();
      return horizon == null || part.periods().isEmpty()
          ? standard(Phrase.WHY_FORECAST)
          : standard(
              Phrase.WHY_BEYOND_HORIZON,
              "horizon",
              names.period(horizon),
              "period",
              names.period(part.periods().getLast().period()));
    }

    private Sentence referral(About about, Reading.Part part) {
      return switch (about) {
        case RESULTS -> standard(Phrase.DEFER_RESULTS, "topic", names.topic(part, true));
        case EVENTS -> standard(Phrase.DEFER_EVENTS, "topic", names.topic(part, false));
      };
    }

    private List<Sentence> notDisclosed(Ruling.NotDisclosed absent, Reading.Part part) {
      var sentences = new ArrayList<Sentence>();
      var reach = matter.reach();
      sentences.add(
          new Standard(
              Phrase.NOT_DISCLOSED,
              Map.of(
                  "topic",
                  names.topic(part, false),
                  "reach",
                  reach == null ? "—" : names.day(reach))));
      absent.nearby().ifPresent(support -> sentences.addAll(nearest(support, part)));
      sentences.add(standard(Phrase.IR_CONTACT, "contact", phrases.label("note.contactUnknown")));
      return sentences;
    }

    private Sentence declined(Reason reason) {
      return switch (reason) {
        case PRICE -> standard(Phrase.DECLINE_PRICE);
        case ADVICE -> standard(Phrase.DECLINE_ADVICE);
        case OTHER_ISSUER -> standard(Phrase.DECLINE_OTHER_ISSUER, "issuer", issuer());
        case UNDISCLOSED_MATERIAL -> standard(Phrase.DECLINE_UNDISCLOSED);
        case NOT_A_QUESTION, FORECAST, BEYOND_HORIZON, NOT_IN_CORPUS ->
            standard(Phrase.DECLINE_NOT_A_QUESTION, "issuer", issuer());
      };
    }

    private String issuer() {
      Issuer issuer = matter.reading().issuer();
      return issuer == null ? "" : issuer.shortName();
    }

    private static Sentence standard(Phrase phrase, String... variables) {
      var map = new HashMap<String, String>();
      for (int i = 0; i + 1 < variables.length; i += 2) {
        map.put(variables[i], variables[i + 1]);
      }
      return new Standard(phrase, Map.copyOf(map));
    }
  }
}
