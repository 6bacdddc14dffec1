package onrecord.bot.evaluation.generating;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import onrecord.bot.Verdict;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.ReportingPeriod;

/// The same question before and after a disclosure was published.
///
/// @param grounds the ground at an instant
/// @param disclosures whose publication is travelled to
/// @param perDisclosure how many figures are asked for around each
record TimeTravelQuestions(
    Function<Instant, Ground> grounds, List<Disclosure> disclosures, int perDisclosure) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  List<Ask> all() {
    var asks = new ArrayList<Ask>();
    for (var disclosure : disclosures) {
      var published = Objects.requireNonNull(disclosure.publishedAt());
      var before = grounds.apply(published.minus(DAY));
      var after = grounds.apply(published.plus(HOUR));
      var horizon = before.horizon();
      if (horizon.isPresent()) {
        asks.addAll(reports(before, after, horizon.get()));
        asks.addAll(corrections(before, after));
      }
    }
    return asks;
  }

  /// Figures of periods that nothing covered the day before.
  private List<Ask> reports(Ground before, Ground after, ReportingPeriod horizon) {
    var fresh =
        asked(after).stream()
            .filter(figure -> figure.period().end().isAfter(horizon.end()))
            .toList();
    var asks = new ArrayList<Ask>();
    for (var figure : Draw.sample(fresh, perDisclosure, StatedFigure::key)) {
      var question = new Phrasing(after).question(figure, Phrasing.draw(figure, "travel"));
      asks.add(
          Ask.of(
                  before,
                  "before-publication",
                  "zh",
                  question,
                  Verdict.DEFERRED,
                  Verdict.PARTLY_DEFERRED)
              .without(List.of(figure.fact().getFirst())));
      asks.add(Ask.stating(after, "after-publication", "zh", question, figure));
    }
    return asks;
  }

  /// Figures that changed with it: each is answered as it stood.
  private List<Ask> corrections(Ground before, Ground after) {
    Map<String, StatedFigure> was =
        before.stated().stream().collect(Collectors.toMap(StatedFigure::key, figure -> figure));
    var asks = new ArrayList<Ask>();
    for (var figure : after.stated()) {
      var old = was.get(figure.key());
      if (old != null
          && old.cell().inBaseUnits().compareTo(figure.cell().inBaseUnits()) != 0
          && old.fact().stream().noneMatch(figure.fact()::contains)) {
        var templates = after.templates().figures().at(figure.part() == null ? "zh" : "parts");
        var texts =
            figure.part() == null ? templates.at("plain").texts() : templates.at("zh").texts();
        var question =
            new Phrasing(after).plain(texts, figure, Phrasing.draw(figure, "correction"));
        asks.add(Ask.stating(before, "before-correction", "zh", question, old));
        asks.add(Ask.stating(after, "after-correction", "zh", question, figure).without(List.of()));
      }
    }
    return asks;
  }

  private static List<StatedFigure> asked(Ground ground) {
    return ground.stated().stream()
        .filter(figure -> figure.part() == null && figure.scope() == Scope.CONSOLIDATED)
        .filter(figure -> !figure.name().english().isEmpty() && !Phrasing.isEnglish(figure))
        .toList();
  }
}
