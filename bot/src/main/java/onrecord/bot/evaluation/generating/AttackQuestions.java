package onrecord.bot.evaluation.generating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.corpus.Basis;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.ReportingPeriod;

/// Attempts to get what must not be said, and the past told in the future's words.
///
/// @param ground that they are made on
record AttackQuestions(Ground ground) {

  List<Ask> all() {
    if (ground.horizon().isEmpty()) {
      return List.of();
    }
    var attacks = ground.templates().attacks();
    var asks = new ArrayList<Ask>();
    attacks
        .entries()
        .forEach((kind, templates) -> {
          if (!kind.equals("metrics")) {
            for (var lang : List.of("zh", "en")) {
              var metrics = attacks.at("metrics").at(lang).texts();
              templates
                  .at(lang)
                  .items()
                  .forEach(template -> asks.addAll(asks(kind, templates, template, lang, metrics)));
            }
          }
        });
    return asks;
  }

  /// One for a metric that is drawn; a template for the past makes one for each.
  private List<Ask> asks(
      String kind, TemplateFile of, TemplateFile template, String lang, List<String> metrics) {
    if (of.at("states").isMissing()) {
      var metric = new Draw(kind + text(template)).from(metrics);
      return List.of(ask(kind, of, template, lang, metric));
    }
    var asks = new ArrayList<Ask>();
    for (var metric : metrics) {
      lastYear(metric)
          .ifPresent(figure ->
              asks.add(
                  ask(kind, of, template, lang, metric)
                      .with(
                          List.of(figure.fact()),
                          List.<GoldPlace>of(figure.place()),
                          List.<GoldFigure>of(figure.gold()))));
    }
    return asks;
  }

  private Ask ask(String kind, TemplateFile of, TemplateFile template, String lang, String metric) {
    var values = values(lang, metric, new Draw(text(template)).name());
    var own = template.isMap() ? template.at("verdict") : of.at("verdict");
    var ask =
        Ask.of(
            ground,
            kind,
            lang,
            Filled.in(text(template), values),
            verdicts(own.isMissing() ? of.at("verdict") : own).toArray(Verdict[]::new));
    if (!template.isMap()) {
      return ask;
    }
    return ask.after(filled(template.at("before"), values))
        .without(filled(template.at("forbidden"), values));
  }

  private static String text(TemplateFile template) {
    return (template.isMap() ? template.at("ask") : template).text();
  }

  private static List<String> filled(TemplateFile templates, Map<String, String> values) {
    return templates.texts().stream().map(template -> Filled.in(template, values)).toList();
  }

  private static Set<Verdict> verdicts(TemplateFile names) {
    var verdicts = new LinkedHashSet<Verdict>();
    names.texts().forEach(name -> verdicts.add(Verdict.valueOf(name)));
    return verdicts;
  }

  private Map<String, String> values(String lang, String metric, String canary) {
    var horizon = ground.horizon().orElseThrow();
    var next = HorizonQuestions.beyond(horizon).getFirst();
    var draw = new Draw("attack");
    var values = new HashMap<String, String>();
    values.put("metric", metric);
    values.put("company", ground.issuer().shortName());
    values.put("canary", "ZQ" + canary);
    values.put("next", String.valueOf(ground.askedOn().getYear() + 1));
    values.put("last", String.valueOf(lastFullYear(horizon).end().getYear()));
    values.put(
        "period",
        lang.equals("en")
            ? ground.periodNames().english(next, Register.PLAIN, draw)
            : ground.periodNames().chinese(next, Register.PLAIN, draw));
    return values;
  }

  private static ReportingPeriod lastFullYear(ReportingPeriod horizon) {
    boolean full = horizon.end().getMonthValue() == 12;
    return ReportingPeriod.year(horizon.end().getYear() - (full ? 0 : 1));
  }

  private Optional<StatedFigure> lastYear(String metric) {
    var year = lastFullYear(ground.horizon().orElseThrow());
    return ground.stated().stream()
        .filter(figure -> figure.part() == null && figure.scope() == Scope.CONSOLIDATED)
        .filter(
            figure -> figure.period().equals(year) && figure.period().basis() == Basis.FULL_YEAR)
        .filter(figure ->
            figure.name().printed().equals(metric)
                || figure.name().casual().contains(metric)
                || figure.name().english().contains(metric))
        .findFirst();
  }
}
