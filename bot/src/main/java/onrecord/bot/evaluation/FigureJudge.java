package onrecord.bot.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import onrecord.bot.evaluation.Grade.FigureGrade;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.Span;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar;
import tools.jackson.databind.JsonNode;

/// Looks for gold figures in an answer: the number, its unit, and the period it is stated for.
final class FigureJudge {

  private static final int[] SCALES = {0, 3, 4, 6, 8, 9};

  /// What an answer states of one thing.
  ///
  /// @param words the sentence, for its numbers
  /// @param setting the sentence and the cell or quotation it rests on, for its period
  private record Statement(String words, String setting) {}

  private final List<Statement> statements;

  FigureJudge(JsonNode answer) {
    statements = statements(answer);
  }

  private static List<Statement> statements(JsonNode answer) {
    var statements = new ArrayList<Statement>();
    for (var claim : answer.path("claims")) {
      var setting = new StringBuilder(claim.path("text").asString());
      for (var number : claim.path("citations")) {
        answer
            .path("citations")
            .forEach(citation -> {
              if (citation.path("number").asInt() == number.asInt()) {
                var table = citation.path("locator").path("table");
                setting.append('\n').append(table.path("column").asString(""));
              }
            });
      }
      statements.add(new Statement(claim.path("text").asString(), setting.toString()));
    }
    return statements;
  }

  List<FigureGrade> grade(List<GoldFigure> gold) {
    return gold.stream().map(this::grade).toList();
  }

  private FigureGrade grade(GoldFigure gold) {
    var wanted = amount(gold);
    Predicate<Amount> isRight =
        gold.unit().isEmpty()
            ? found -> hasDigits(found, gold)
            : found -> isSame(found, wanted, gold);
    var withUnit = statements.stream().filter(holds(isRight)).toList();
    return new FigureGrade(
        gold,
        !withUnit.isEmpty() || statements.stream().anyMatch(holds(found -> hasDigits(found, gold))),
        !withUnit.isEmpty(),
        gold.period() == null
            || withUnit.stream().anyMatch(statement -> isOf(gold.period(), statement)));
  }

  private static Predicate<Statement> holds(Predicate<Amount> wanted) {
    return statement -> Amount.in(Facts.compact(statement.words())).stream().anyMatch(wanted);
  }

  /// A unit that is not known to [Amount] is not told apart from none.
  private static Amount amount(GoldFigure gold) {
    var compact = Print.compact(gold.value().toPlainString() + gold.unit());
    var amount = Amount.whole(compact);
    return amount == null ? new Amount(gold.value(), gold.value(), "", 0) : amount;
  }

  private static boolean isSame(Amount found, Amount wanted, GoldFigure gold) {
    return found.dimension().equals(wanted.dimension())
        && isNear(found.value(), wanted.value(), gold.tolerance());
  }

  /// The same digits in some unit: right but for the unit.
  private static boolean hasDigits(Amount found, GoldFigure gold) {
    for (int scale : SCALES) {
      if (isNear(found.printed().movePointRight(scale), gold.value(), gold.tolerance())
          || isNear(found.printed(), gold.value().movePointRight(scale), gold.tolerance())) {
        return true;
      }
    }
    return false;
  }

  /// A decline may be stated as such, without a sign.
  private static boolean isNear(BigDecimal found, BigDecimal wanted, BigDecimal tolerance) {
    var allowed = wanted.abs().multiply(tolerance);
    return found.abs().subtract(wanted.abs()).abs().compareTo(allowed) <= 0;
  }

  private static boolean isOf(Span period, Statement statement) {
    var calendar = new ReportingCalendar(period.to().plusYears(1), null);
    return PeriodMention.in(statement.setting()).stream()
        .map(mention -> mention.resolve(calendar, ReportingCalendar.Tense.STATED))
        .anyMatch(named ->
            named.end().equals(period.to())
                && (named.start().equals(period.from()) || named.start().equals(named.end())));
  }
}
