package onrecord.bot.evaluation.generating;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import org.jspecify.annotations.Nullable;

/// A question in the making.
///
/// @param ground that it is asked on
/// @param kind what it tests
record Ask(
    Ground ground,
    String kind,
    String lang,
    String question,
    List<String> conversation,
    Set<Verdict> verdicts,
    List<List<String>> facts,
    List<String> forbidden,
    List<GoldPlace> places,
    List<GoldFigure> figures,
    @Nullable String group,
    @Nullable String variant) {

  static Ask of(Ground ground, String kind, String lang, String question, Verdict... verdicts) {
    return new Ask(
        ground,
        kind,
        lang,
        question,
        List.of(),
        new LinkedHashSet<>(List.of(verdicts)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }

  /// Answered by a figure.
  static Ask stating(
      Ground ground, String kind, String lang, String question, StatedFigure figure) {
    return of(ground, kind, lang, question, Verdict.ANSWERED)
        .with(List.of(figure.fact()), List.of(figure.place()), List.of(figure.gold()));
  }

  Ask with(List<List<String>> gold, List<GoldPlace> at, List<GoldFigure> values) {
    return new Ask(
        ground,
        kind,
        lang,
        question,
        conversation,
        verdicts,
        gold,
        forbidden,
        at,
        values,
        group,
        variant);
  }

  Ask without(List<String> words) {
    return new Ask(
        ground,
        kind,
        lang,
        question,
        conversation,
        verdicts,
        facts,
        words,
        places,
        figures,
        group,
        variant);
  }

  Ask after(List<String> earlier) {
    return new Ask(
        ground, kind, lang, question, earlier, verdicts, facts, forbidden, places, figures, group,
        variant);
  }

  Ask in(String ofGroup, String asVariant) {
    return new Ask(
        ground,
        kind,
        lang,
        question,
        conversation,
        verdicts,
        facts,
        forbidden,
        places,
        figures,
        ofGroup,
        asVariant);
  }

  /// The question, named for what it asks, so that it keeps its name when others come or go.
  SuiteQuestion made() {
    var asOf = ground.asOf();
    var issuer = ground.issuer().code().value();
    var name = new Draw(issuer + asOf + conversation + question + group + variant).name();
    return new SuiteQuestion(
        kind + "-" + name,
        question,
        lang,
        kind,
        asOf,
        issuer,
        conversation,
        verdicts,
        facts,
        forbidden,
        places,
        figures,
        group,
        variant);
  }
}
