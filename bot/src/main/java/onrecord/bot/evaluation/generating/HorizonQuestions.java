package onrecord.bot.evaluation.generating;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.generating.FigureName.Counted;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.ReportingPeriod;

/// Questions one step beyond what is reported: an answer would be a forecast.
///
/// @param ground that they are made on
record HorizonQuestions(Ground ground) {

  /// For each figure that people have a name for and that the latest reports state, one question
  /// for each period that the next reports will cover.
  List<Ask> all() {
    var horizon = ground.horizon();
    if (horizon.isEmpty()) {
      return List.of();
    }
    var asks = new ArrayList<Ask>();
    for (var name : reported(horizon.get())) {
      var periods = beyond(name, horizon.get());
      periods.forEach(period -> asks.add(chinese(name, period, horizon.get())));
      var period = new Draw("horizon en" + name.printed()).from(periods);
      asks.add(english(name, period, horizon.get()));
    }
    return asks;
  }

  private List<FigureName> reported(ReportingPeriod horizon) {
    var names = new LinkedHashSet<FigureName>();
    ground.stated().stream()
        .filter(figure -> figure.part() == null && figure.scope() == Scope.CONSOLIDATED)
        .filter(figure -> figure.period().end().equals(horizon.end()))
        .map(StatedFigure::name)
        .filter(FigureName::isCommon)
        .forEach(names::add);
    return List.copyOf(names);
  }

  /// What the next report covers, and the year after that of the next annual report.
  static List<ReportingPeriod> beyond(ReportingPeriod horizon) {
    int year = horizon.end().getYear();
    int reported = horizon.end().getMonthValue() / 3;
    var next =
        reported == 4
            ? ReportingPeriod.quarter(year + 1, 1)
            : ReportingPeriod.quarter(year, reported + 1);
    var annual = ReportingPeriod.year(reported == 4 ? year + 1 : year);
    return List.of(next, annual, annual.plusYears(1));
  }

  /// The same for what is counted on days: the last ones of those periods.
  private static List<ReportingPeriod> beyond(FigureName name, ReportingPeriod horizon) {
    return name.counted() == Counted.DAY
        ? beyond(horizon).stream().map(ReportingPeriod::closing).distinct().toList()
        : beyond(horizon);
  }

  /// The last reported period of the same length.
  private static ReportingPeriod base(ReportingPeriod period, ReportingPeriod horizon) {
    var base = period;
    while (base.end().isAfter(horizon.end())) {
      base = base.plusYears(-1);
    }
    return base;
  }

  private Ask chinese(FigureName name, ReportingPeriod period, ReportingPeriod horizon) {
    var draw = new Draw("horizon|" + name.printed() + "|" + period);
    var register = draw.and("register").from(List.of(Register.values()));
    var names = ground.periodNames();
    var values =
        Map.of(
            "company", ground.issuer().shortName(),
            "metric", name.in(register, draw.and("name")),
            "period", names.chinese(period, register, draw),
            "base", names.chinese(base(period, horizon), register, draw));
    var templates = ground.templates().horizon().at("zh").at(register.key()).texts();
    return ask("zh", Filled.in(draw.and("template").from(templates), values));
  }

  private Ask english(FigureName name, ReportingPeriod period, ReportingPeriod horizon) {
    var draw = new Draw("horizon en|" + name.printed() + "|" + period);
    var names = ground.periodNames();
    var values =
        Map.of(
            "company", ground.issuer().shortName(),
            "metric", draw.and("name").from(name.english()),
            "period", names.english(period, Register.PLAIN, draw),
            "base", names.english(base(period, horizon), Register.PLAIN, draw));
    var templates = ground.templates().horizon().at("en").at("plain").texts();
    return ask("en", Filled.in(draw.and("template").from(templates), values));
  }

  private Ask ask(String lang, String question) {
    return Ask.of(
        ground, "beyond-horizon", lang, question, Verdict.DEFERRED, Verdict.PARTLY_DEFERRED);
  }
}
