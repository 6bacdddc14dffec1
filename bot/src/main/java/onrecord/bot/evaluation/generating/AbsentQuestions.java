package onrecord.bot.evaluation.generating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import onrecord.bot.Verdict;
import onrecord.corpus.Disclosure;
import onrecord.corpus.ReportingPeriod;

/// Questions for what no disclosure states.
///
/// @param ground that they are made on
record AbsentQuestions(Ground ground) {

  /// How many years before the first one told of are asked for.
  private static final int YEARS = 2;

  /// For how many periods a thing is asked.
  private static final int PERIODS = 3;

  List<Ask> all() {
    var asks = new ArrayList<>(things());
    asks.addAll(years());
    return asks;
  }

  /// Things of which not even the words stand anywhere.
  private List<Ask> things() {
    var asks = new ArrayList<Ask>();
    var periods = reported().isEmpty() ? told() : reported();
    for (var thing : ground.templates().absent().at("things").items()) {
      if (!ground.mentions(thing.at("held").texts())) {
        for (var period : periods) {
          asks.add(thing("zh", thing.at("zh").text(), period));
        }
        periods.stream()
            .limit(1)
            .forEach(period -> asks.add(thing("en", thing.at("en").text(), period)));
      }
    }
    return asks;
  }

  /// The latest periods that figures are told of, where there is no report.
  private List<ReportingPeriod> told() {
    return ground.stated().stream()
        .map(StatedFigure::period)
        .distinct()
        .sorted(Comparator.comparing(ReportingPeriod::end).reversed())
        .limit(PERIODS)
        .toList();
  }

  /// The periods of the latest reports.
  private List<ReportingPeriod> reported() {
    return ground.disclosures().reversed().stream()
        .filter(disclosure -> disclosure.kind().isPeriodicReport())
        .map(Disclosure::period)
        .filter(period -> period != null && PeriodNames.isNamed(period))
        .limit(PERIODS)
        .toList();
  }

  private Ask thing(String lang, String thing, ReportingPeriod period) {
    var draw = new Draw("absent|" + thing + "|" + period);
    var templates = ground.templates().absent().at("questions").at(lang).texts();
    var named =
        lang.equals("en")
            ? ground.periodNames().english(period, Register.PLAIN, draw)
            : ground.periodNames().chinese(period, Register.PLAIN, draw);
    return ask(
        lang,
        Filled.in(draw.and("template").from(templates), Map.of("thing", thing, "period", named)));
  }

  /// Figures of years before all that is held.
  private List<Ask> years() {
    var asks = new ArrayList<Ask>();
    int first =
        ground.stated().stream()
            .mapToInt(figure -> figure.period().start().getYear())
            .min()
            .orElse(0);
    for (int year = first - 1; year >= first - YEARS && first > 0; year--) {
      if (!ground.mentions(List.of(year + "年", year + "-", String.valueOf(year)))) {
        asks.addAll(year(year));
      }
    }
    return asks;
  }

  private List<Ask> year(int year) {
    var asks = new ArrayList<Ask>();
    for (var name : ground.templates().names()) {
      if (name.isCommon()) {
        var draw = new Draw("year|" + name.printed() + "|" + year);
        var lang = draw.and("lang").from(List.of("zh", "zh", "zh", "en"));
        var metric =
            lang.equals("en")
                ? draw.from(name.english())
                : name.in(Register.PLAIN, draw.and("name"));
        var templates = ground.templates().absent().at("years").at(lang).texts();
        asks.add(
            ask(
                lang,
                Filled.in(
                    draw.and("template").from(templates),
                    Map.of("metric", metric, "year", String.valueOf(year)))));
      }
    }
    return asks;
  }

  private Ask ask(String lang, String question) {
    return Ask.of(ground, "not-disclosed", lang, question, Verdict.NOT_DISCLOSED);
  }
}
