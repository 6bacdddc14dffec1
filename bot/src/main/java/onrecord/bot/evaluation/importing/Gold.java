package onrecord.bot.evaluation.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;

/// What another set's answer means in the terms of suites.
///
/// @param verdicts accepted
record Gold(
    Set<Verdict> verdicts,
    List<List<String>> facts,
    List<GoldFigure> figures,
    List<GoldPlace> places) {

  /// Where a set says nothing of verdicts, each is accepted, and only what was found is measured.
  static final Set<Verdict> ANY = EnumSet.allOf(Verdict.class);

  private static final Pattern NUMBER =
      Pattern.compile("\\(?[-$€£]*\\d[\\d,]*(?:\\.\\d+)?\\s*(?:%|million|billion|thousand)?\\)?");
  private static final int LONGEST_QUOTABLE = 60;
  private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

  /// Not answered: nothing states it, or it is not about what is held here.
  static Gold unanswerable() {
    return new Gold(
        new LinkedHashSet<>(List.of(Verdict.NOT_DISCLOSED, Verdict.OUT_OF_SCOPE)),
        List.of(),
        List.of(),
        List.of());
  }

  /// Answered by any of some strings.
  static Gold answered(List<String> equivalents) {
    return new Gold(
        Set.of(Verdict.ANSWERED),
        equivalents.isEmpty() ? List.of() : List.of(equivalents),
        List.of(),
        List.of());
  }

  /// Answered by prose, of which the numbers can be held against an answer; prose that holds none is
  /// a fact as it is if it is short enough to be quoted.
  static Gold stated(String answer) {
    var figures = figures(answer);
    boolean quotable = answer.length() <= LONGEST_QUOTABLE && figures.isEmpty();
    return new Gold(
        Set.of(Verdict.ANSWERED),
        quotable ? List.of(List.of(answer)) : List.of(),
        figures,
        List.of());
  }

  private static List<GoldFigure> figures(String answer) {
    var figures = new ArrayList<GoldFigure>();
    var matcher = NUMBER.matcher(answer);
    while (matcher.find()) {
      var printed = matcher.group();
      var number = printed.replaceAll("[^\\d.]", "").replaceAll("\\.$", "");
      boolean year = number.matches("(19|20)\\d\\d") && !printed.contains("$");
      if (!year && !number.isEmpty()) {
        figures.add(
            new GoldFigure(
                new BigDecimal(number),
                printed.endsWith("%") ? "%" : "",
                null,
                TOLERANCE));
      }
    }
    return figures;
  }

  Gold accepting(Set<Verdict> others) {
    var all = new LinkedHashSet<>(verdicts);
    all.addAll(others);
    return new Gold(all, facts, figures, places);
  }

  Gold at(List<GoldPlace> gold) {
    return new Gold(verdicts, facts, figures, gold);
  }

  /// A whole document.
  static GoldPlace file(String file) {
    return GoldPlace.at(new Spot(null, file, null, List.of(), null, null));
  }

  SuiteQuestion question(String id, String kind, String text) {
    boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
    return new SuiteQuestion(
        id,
        text,
        chinese ? "zh" : "en",
        kind,
        null,
        null,
        List.of(),
        verdicts,
        facts,
        List.of(),
        places,
        figures,
        null,
        null);
  }
}
