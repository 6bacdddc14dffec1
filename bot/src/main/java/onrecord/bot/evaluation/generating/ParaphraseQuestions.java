package onrecord.bot.evaluation.generating;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.Figure.Scope;

/// The same question in several registers, misspelt, in traditional characters and in English.
///
/// @param ground that they are made on
/// @param groups how many figures are asked for in all these ways
record ParaphraseQuestions(Ground ground, int groups) {

  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  List<Ask> all() {
    var askable =
        ground.stated().stream()
            .filter(figure -> figure.part() == null && figure.scope() == Scope.CONSOLIDATED)
            .filter(figure -> figure.name().isCommon())
            .toList();
    return Draw.sample(askable, groups, StatedFigure::key).stream()
        .flatMap(figure -> wordings(figure).stream())
        .toList();
  }

  private List<Ask> wordings(StatedFigure figure) {
    var phrasing = new Phrasing(ground);
    var wordings = new ArrayList<Ask>();
    for (var register : Register.values()) {
      var draw = Phrasing.draw(figure, "paraphrase " + register);
      wordings.add(
          wording(figure, "zh", register.key(), phrasing.chinese(figure, register, draw)));
    }
    var slip = Phrasing.draw(figure, "slip");
    wordings.add(
        wording(
            figure,
            "zh",
            "misspelt",
            phrasing.chinese(figure, slip.from(figure.name().slips()), Register.PLAIN, slip)));
    var traditional = Phrasing.draw(figure, "traditional");
    wordings.add(
        wording(
            figure,
            "zh-Hant",
            "traditional",
            TRADITIONAL.transliterate(
                phrasing.chinese(figure, Register.PLAIN, traditional))));
    var english = Phrasing.draw(figure, "english");
    wordings.add(
        wording(
            figure,
            "en",
            "english",
            phrasing.english(figure, english.from(figure.name().english()), english)));
    return wordings;
  }

  private Ask wording(StatedFigure figure, String lang, String variant, String question) {
    return Ask.stating(ground, "paraphrase", lang, question, figure)
        .in("g-" + new Draw(ground.asOf() + figure.key()).name(), variant);
  }
}
