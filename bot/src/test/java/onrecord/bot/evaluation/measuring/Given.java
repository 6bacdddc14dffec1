package onrecord.bot.evaluation.measuring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Grade;
import onrecord.bot.evaluation.Grade.PlaceGrade;
import onrecord.bot.evaluation.Reply;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Outcomes for measures, of which only what is said matters.
record Given(
    String id,
    int round,
    List<Verdict> accepted,
    @Nullable Verdict verdict,
    int facts,
    int missing,
    List<PlaceGrade> places,
    int citations,
    int rightCitations,
    int sentences,
    int unsupported,
    @Nullable String group,
    String text) {

  static Given question(String id, Verdict... accepted) {
    return new Given(
        id, 1, List.of(accepted), null, 0, 0, List.of(), 0, 0, 0, 0, null, "");
  }

  Given gets(Verdict given) {
    return new Given(
        id, round, accepted, given, facts, missing, places, citations, rightCitations, sentences,
        unsupported, group, text);
  }

  Given withFacts(int all, int lacking) {
    return new Given(
        id, round, accepted, verdict, all, lacking, places, citations, rightCitations, sentences,
        unsupported, group, text);
  }

  /// @param ranks at which gold places were found, 0 for not at all; one that was found is cited
  Given findingAt(Integer... ranks) {
    var grades =
        List.of(ranks).stream().map(rank -> new PlaceGrade(rank > 0, rank)).toList();
    return new Given(
        id, round, accepted, verdict, facts, missing, grades, citations, rightCitations, sentences,
        unsupported, group, text);
  }

  Given citing(int all, int right) {
    return new Given(
        id, round, accepted, verdict, facts, missing, places, all, right, sentences, unsupported,
        group, text);
  }

  Given saying(int all, int bare) {
    return new Given(
        id, round, accepted, verdict, facts, missing, places, citations, rightCitations, all, bare,
        group, text);
  }

  Given in(String ofGroup) {
    return new Given(
        id, round, accepted, verdict, facts, missing, places, citations, rightCitations, sentences,
        unsupported, ofGroup, text);
  }

  Given inRound(int which, String words) {
    return new Given(
        id, which, accepted, verdict, facts, missing, places, citations, rightCitations, sentences,
        unsupported, group, words);
  }

  Outcome outcome() {
    var question =
        new SuiteQuestion(
            id,
            "?",
            "zh",
            "kind",
            null,
            null,
            List.of(),
            new LinkedHashSet<>(accepted),
            names("fact", facts).stream().map(List::of).toList(),
            List.of(),
            places.stream().map(_ -> GoldPlace.at(Spot.onPages("n", List.of(1)))).toList(),
            List.of(),
            group,
            null);
    var grade =
        new Grade(
            question,
            verdict,
            verdict != null && accepted.contains(verdict),
            names("fact", missing),
            List.of(),
            List.of(),
            places,
            citations,
            rightCitations,
            sentences,
            names("sentence", unsupported),
            text);
    return new Outcome(
        "suite",
        round,
        new Reply(JsonMapper.shared().createObjectNode(), 1, List.of()),
        grade);
  }

  private static List<String> names(String what, int count) {
    return IntStream.range(0, count).mapToObj(i -> what + i).toList();
  }

  static List<Outcome> outcomes(Given... given) {
    var outcomes = new ArrayList<Outcome>();
    for (var one : given) {
      outcomes.add(one.outcome());
    }
    return outcomes;
  }
}
