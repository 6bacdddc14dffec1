package onrecord.bot.evaluation.generating;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onrecord.bot.Verdict;
import onrecord.corpus.Basis;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Unit;

/// A question for each figure that disclosures state, with the cells where it stands.
///
/// @param ground that they are made on
record FigureQuestions(Ground ground) {

  /// Figures of the whole company.
  List<Ask> ofTheCompany() {
    return whole()
        .filter(figure -> figure.scope() == Scope.CONSOLIDATED)
        .map(figure ->
            stating(figure, "figure", phrasing().question(figure, Phrasing.draw(figure, "figure"))))
        .toList();
  }

  /// Figures of its parts: lines of business, regions, subsidiaries, people.
  List<Ask> ofParts() {
    var templates = ground.templates().figures().at("parts").at("zh").texts();
    return ground.stated().stream()
        .filter(figure -> figure.part() != null && figure.scope() == Scope.CONSOLIDATED)
        .filter(Predicate.not(Phrasing::isEnglish))
        .map(figure ->
            stating(
                figure, "part", phrasing().plain(templates, figure, Phrasing.draw(figure, "part"))))
        .toList();
  }

  /// Figures of the parent company alone.
  List<Ask> ofTheParent() {
    var templates = ground.templates().figures().at("parent").at("zh").texts();
    return whole()
        .filter(figure -> figure.scope() == Scope.PARENT)
        .filter(Predicate.not(Phrasing::isEnglish))
        .map(figure ->
            stating(
                figure,
                "parent",
                phrasing().plain(templates, figure, Phrasing.draw(figure, "parent"))))
        .toList();
  }

  /// Changes on the year before, as disclosures state them; of a rate it could be in per cent or in
  /// percentage points.
  List<Ask> ofChanges() {
    var templates = ground.templates().figures().at("changes");
    return whole()
        .filter(figure -> figure.scope() == Scope.CONSOLIDATED && !figure.changes().isEmpty())
        .filter(figure -> figure.cell().unit().dimension() != Unit.Dimension.PERCENT)
        .filter(Predicate.not(Phrasing::isEnglish))
        .map(figure -> {
          var rate = figure.changes().getFirst();
          var since = figure.period().basis() == Basis.INSTANT ? "day" : "period";
          var question =
              phrasing()
                  .plain(templates.at(since).texts(), figure, Phrasing.draw(figure, "change"));
          return Ask.of(ground, "change", "zh", question, Verdict.ANSWERED)
              .with(
                  List.of(List.of(rate.toPlainString() + "%", rate.abs().toPlainString() + "%")),
                  List.of(figure.place()),
                  List.of());
        })
        .toList();
  }

  /// Figures that were restated: what they are now, and what they were.
  List<Ask> ofRestatements() {
    return Stream.concat(
            restated("after", Restatement.RESTATED),
            restated("before", Restatement.BEFORE_RESTATEMENT))
        .toList();
  }

  private Stream<Ask> restated(String when, Restatement version) {
    var templates = ground.templates().figures().at("restated").at(when).texts();
    return ground.stated(version).stream()
        .filter(figure -> figure.part() == null && figure.scope() == Scope.CONSOLIDATED)
        .filter(Predicate.not(Phrasing::isEnglish))
        .map(figure ->
            stating(
                figure,
                "restated",
                phrasing().plain(templates, figure, Phrasing.draw(figure, "restated " + when))));
  }

  private Stream<StatedFigure> whole() {
    return ground.stated().stream().filter(figure -> figure.part() == null);
  }

  private Phrasing phrasing() {
    return new Phrasing(ground);
  }

  private Ask stating(StatedFigure figure, String kind, String question) {
    return Ask.stating(ground, kind, Phrasing.language(figure), question, figure);
  }
}
