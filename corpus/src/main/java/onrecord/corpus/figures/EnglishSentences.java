package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.corpus.figures.Clauses.Sentence;
import org.jspecify.annotations.Nullable;

/// Reads the figures of English prose: a noun phrase, a verb that equates, an amount.
final class EnglishSentences {

  private static final Pattern STATEMENT =
      Pattern.compile(
          " (?:of|was|were|is|are|totall?ed|reached|amounted to|came to"
              + "|(?:increased|decreased|grew|rose|declined|fell)(?: by)?(?: [\\d.]+(?:%| percent))?(?:,)? to)"
              + " (?:approximately |about |over |a record )?"
              + "(?<currency>US\\$|HK\\$|RMB ?|[$€£])? ?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
              + "(?: ?(?<unit>thousand|million|billion|%|percent(?:age points)?|per (?:common |diluted )?share|employees|people|associates|shares))?"
              + "(?![\\d,]*\\d)");
  private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z’'&/ -]{2,70}$");
  private static final Pattern PER_SHARE =
      Pattern.compile("per (?:common |diluted |basic )?share|\\bEPS\\b");
  private static final Pattern DIVIDED = Pattern.compile("[,;:]|\\d| and | compared | from ");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "^(?:(?:and|or|but|while|with|our|the|its|a|an|total of|in|for|company’s|company's|company|that|which|had|has|we|of|to|resulted in|recorded|reported)\\s+)+",
          Pattern.CASE_INSENSITIVE);

  private final Passage passage;
  private final Setting setting;
  private final PlainText plain;

  EnglishSentences(Passage passage, Setting setting) {
    this.passage = passage;
    this.setting = setting;
    this.plain = PlainText.of(passage.text());
  }

  List<Figure> read() {
    var figures = new ArrayList<Figure>();
    for (var sentence : Clauses.sentences(plain.text(), true)) {
      if (sentence.hasNumbers() && !sentence.isForwardLooking()) {
        var statements = STATEMENT.matcher(sentence.text());
        while (statements.find()) {
          var figure = figure(sentence, statements);
          if (figure != null) {
            figures.add(figure);
          }
        }
      }
    }
    return figures;
  }

  private @Nullable Figure figure(Sentence sentence, Matcher statement) {
    var words =
        METRIC
            .matcher(sentence.text())
            .region(Math.max(0, statement.start() - 72), statement.start());
    if (!words.find()) {
      return null;
    }
    var metric = ARTICLE.matcher(words.group().strip()).replaceFirst("");
    var unit = unit(statement, metric);
    if (unit == null || metric.split(" ").length > 9 || !isNamed(metric, unit)) {
      return null;
    }
    return new Figure(
        passage.id(),
        metric,
        null,
        period(sentence, metric, statement.end()),
        new BigDecimal(statement.group("number").replace(",", "")),
        statement.group("number"),
        unit,
        Scope.CONSOLIDATED,
        Restatement.ORIGINAL,
        List.of(),
        null,
        null,
        plain.origin(sentence.start()),
        plain.originEnd(sentence.end()),
        setting.disclosure().audited());
  }

  private @Nullable Unit unit(Matcher statement, String metric) {
    var word = Objects.requireNonNullElse(statement.group("unit"), "");
    var sign = statement.group("currency");
    if (sign != null) {
      var currency = Objects.requireNonNullElse(EnglishMoney.currencyOf(sign), setting.currency());
      if (word.startsWith("per ") || PER_SHARE.matcher(metric).find()) {
        return UnitWords.PER_SHARE;
      }
      // Reports in millions write plain amounts in their notes: only large ones are what they say.
      var isPlain = word.isEmpty() && statement.group("number").length() < 9;
      return isPlain ? null : EnglishMoney.unit(word, currency);
    }
    return switch (word) {
      case "%", "percent" -> UnitWords.PERCENT;
      case "percentage points" -> UnitWords.PERCENTAGE_POINTS;
      case "employees", "people", "associates" -> UnitWords.PERSONS;
      case "shares" -> UnitWords.sharesIn(EnglishMoney.unit("", setting.currency()));
      default -> null;
    };
  }

  private static boolean isNamed(String metric, Unit unit) {
    return Metrics.isMeasurable(metric, unit)
        && (Metrics.isMeasured(metric) || Metrics.isRatio(metric));
  }

  /// The period named right after the amount, else last before it, else the report's.
  private @Nullable ReportingPeriod period(Sentence sentence, String metric, int end) {
    var stated = setting.calendar().current();
    for (var mention : PeriodWords.inSentence(sentence.text(), setting.calendar())) {
      var isBefore = mention.start() < end;
      var isNext =
          !isBefore && !DIVIDED.matcher(sentence.text().substring(end, mention.start())).find();
      if (mention.period() != null && (isBefore || isNext)) {
        stated = mention.period();
      }
      if (!isBefore) {
        break;
      }
    }
    return Metrics.period(metric, stated);
  }
}
