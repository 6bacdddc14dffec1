package onrecord.corpus.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Basis;
import onrecord.corpus.Change;
import onrecord.corpus.Change.Against;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.Unit;
import onrecord.corpus.Unit.Dimension;
import onrecord.corpus.figures.Clauses.Sentence;
import onrecord.corpus.figures.PeriodWords.Mention;
import org.jspecify.annotations.Nullable;

/// Reads the figures of a prose passage, sentence by sentence.
///
/// Each is supported by its whole sentence, so that it can be quoted with its subject and period.
final class SentenceFigures {

  private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,A-Za-z第每-])(?<number>-?(?:"
              + NUMBER
              + "))\\s?(?<unit>"
              + UnitWords.AFTER_A_NUMBER
              + ")(?![/A-Za-z])");
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:" + NUMBER + ")[^\\d,，。；、\\s]{0,4}[-~—–至](?:" + NUMBER + ")[^\\d,，。；、\\s]{0,4}");
  private static final Pattern THRESHOLD = Pattern.compile("^(?:及|\\(?含\\)?)?(?:以上|以下|以内|以外)");
  private static final Pattern BOUNDARY = Pattern.compile("[，,；;：:。、(（)）]");

  private static final Pattern CHANGE =
      Pattern.compile(
          "^(?<who>.*?)(?<comparator>同比|环比|[较比][^\\d]{0,14}?(?:同期|[上去].{0,3}[年期度末]|年初|期初|上月|上季度?))?(?:的)?(?:大幅|略|小幅|约|仅|又|均|分别)*"
              + "(?<direction>增长|增加|上升|提高|提升|增幅|涨幅|上涨|升幅|下降|减少|降低|下滑|减幅|降幅|回落|收窄|下跌)(?:了|约|幅度?|率|为|达到?|比例|近|超过?|：|:)*$");
  private static final Pattern DOWN = Pattern.compile("下降|减少|降低|下滑|减幅|降幅|回落|收窄|下跌");
  private static final Pattern EARLIER =
      Pattern.compile(
          "^(?:而|[较比]|由)*(?<when>(?:上年度?|去年|上一年度?)(?:的?同期)?|上年?期?末|年初|期初|(?:19|20)\\d{2}年(?:同期|末|度)?)(?:的|为|是|数)*$");
  private static final Pattern SHARE =
      Pattern.compile("^(?:约|并|均)*(?<share>占.{0,24}?)(?:的)?(?:为|达到?|约|是|近|超过?)*$");
  private static final Pattern NOT_A_METRIC =
      Pattern.compile("[“”《》]|不超过|不少于|不低于|不高于|至少|每|第|条|增减|分别|^[^\\u4E00-\\u9FFF]+$|同比|环比|^[较比]");

  private final Passage passage;
  private final Setting setting;
  private final PlainText plain;

  /// What the sentence has told so far.
  private final List<Figure> figures = new ArrayList<>();

  private @Nullable Integer last;
  private @Nullable String owner;
  private @Nullable String ownerBeforeDetail;
  private @Nullable Against compared;
  private @Nullable ReportingPeriod paragraphPeriod;

  SentenceFigures(Passage passage, Setting setting) {
    this.passage = passage;
    this.setting = setting;
    this.plain = PlainText.of(passage.text());
  }

  List<Figure> read() {
    if (setting.disclosure().language() == Language.EN) {
      return new EnglishSentences(passage, setting, plain).read();
    }
    for (var sentence : Clauses.sentences(plain.text(), false)) {
      if (!sentence.isForwardLooking()) {
        readSentence(sentence);
      }
    }
    return figures;
  }

  private void readSentence(Sentence sentence) {
    last = null;
    owner = null;
    ownerBeforeDetail = null;
    compared = null;
    var mentions = PeriodWords.inSentence(sentence.text(), setting.calendar());
    var text = withoutRanges(sentence.text());
    var amounts = AMOUNT.matcher(text);
    var from = 0;
    while (amounts.find()) {
      var unit = UnitWords.of(amounts.group("unit"));
      if (unit != null && !THRESHOLD.matcher(text.substring(amounts.end())).find()) {
        var lead = lead(text, from, amounts.start());
        var amount =
            new Amount(
                new BigDecimal(amounts.group("number").replace(",", "")),
                unit,
                amounts.start(),
                amounts.start() + amounts.group("number").length());
        readAmount(sentence, text, from, lead, amount, mentions);
      }
      from = amounts.end();
    }
    for (var mention : mentions) {
      paragraphPeriod =
          isComparison(sentence.text(), mention) || mention.period() == null
              ? paragraphPeriod
              : mention.period();
    }
  }

  /// A number with its unit in a sentence.
  private record Amount(BigDecimal value, Unit unit, int start, int end) {}

  /// A range states no single value.
  private static String withoutRanges(String sentence) {
    return RANGE.matcher(sentence).replaceAll(range -> "、".repeat(range.group().length()));
  }

  /// The words from the last break of the clause to the number.
  private static String lead(String text, int from, int to) {
    var words = text.substring(from, to);
    var start = 0;
    var breaks = BOUNDARY.matcher(words);
    while (breaks.find()) {
      // A break right before the number, as in 总额:100元, divides nothing.
      start = breaks.end() < words.strip().length() ? breaks.end() : start;
    }
    return words.substring(start).strip();
  }

  private void readAmount(
      Sentence sentence,
      String text,
      int from,
      String lead,
      Amount amount,
      List<Mention> mentions) {
    var between = text.substring(from, amount.start());
    if (between.contains("；") || between.contains(";")) {
      owner =
          ownerBeforeDetail == null && !text.substring(0, from).contains("其中")
              ? owner
              : ownerBeforeDetail;
    }
    if (between.contains("其中")) {
      ownerBeforeDetail = owner;
    }
    var change = CHANGE.matcher(lead);
    if (change.matches()) {
      readChange(
          sentence,
          change.group("who"),
          change.group("comparator"),
          change.group("direction"),
          amount,
          lead);
    } else if (EARLIER.matcher(lead).matches()) {
      readEarlier(sentence, amount, lead);
    } else {
      readFigure(sentence, between, lead, amount, mentions);
    }
  }

  private void readChange(
      Sentence sentence,
      String who,
      @Nullable String comparator,
      String direction,
      Amount amount,
      String lead) {
    var isOfAnother = !cutPeriods(who).replaceAll("^(?:其中|且|并|而|也|均)+", "").isBlank();
    if (isOfAnother) {
      last = null;
    }
    if (comparator != null) {
      compared = ChangeWords.against(comparator);
    }
    var isRate =
        amount.unit().dimension() == Dimension.PERCENT
            || amount.unit().dimension() == Dimension.PERCENTAGE_POINT;
    if (last == null || compared == null || !isRate) {
      return;
    }
    var rate = DOWN.matcher(direction).matches() ? amount.value().abs().negate() : amount.value();
    var start = sentence.start() + amount.start() - (lead.length() - who.length());
    var printed =
        printed(
            Math.max(sentence.start(), start),
            sentence.start() + amount.end() + unitLength(sentence, amount));
    figures.set(
        last, with(figures.get(last), new Change(compared, rate, amount.unit(), printed.strip())));
  }

  private int unitLength(Sentence sentence, Amount amount) {
    var matcher = AMOUNT.matcher(sentence.text()).region(amount.start(), sentence.text().length());
    return matcher.lookingAt() ? matcher.end() - amount.end() : 0;
  }

  /// 较上年同期796.05万人: the same metric, a year earlier.
  private void readEarlier(Sentence sentence, Amount amount, String lead) {
    compared = Against.YEAR_BEFORE;
    if (last == null) {
      return;
    }
    var main = figures.get(last);
    var period = main.period();
    var isYear = lead.contains("年") && !lead.contains("末") && !lead.contains("初");
    if (period != null
        && isYear
        && !lead.matches(".*\\d{4}.*")
        && main.unit().dimension() == amount.unit().dimension()) {
      figures.add(figure(sentence, main.metric(), main.segment(), period.plusYears(-1), amount));
    }
  }

  private void readFigure(
      Sentence sentence, String between, String lead, Amount amount, List<Mention> mentions) {
    var share = SHARE.matcher(lead);
    if (share.matches()) {
      readShare(sentence, share.group("share"), amount, mentions);
      return;
    }
    var subject = Subject.of(cutPeriods(lead), setting.disclosure().issuer());
    if (subject == null || NOT_A_METRIC.matcher(subject.metric()).find()) {
      last = null;
      return;
    }
    if (between.contains("其中") && last != null) {
      subject = subject.within(figures.get(last).metric());
    }
    if (subject.isStated() && !isHead(subject)) {
      owner = subject.segment();
    }
    var segment = subject.segment() == null && !subject.isStated() ? owner : subject.segment();
    figures.add(
        figure(
            sentence,
            subject.metric(),
            segment,
            period(sentence, subject.metric(), amount, mentions),
            amount));
    last = figures.size() - 1;
    compared = null;
  }

  /// A compound such as 算力服务收入 does not go on as the subject of the clauses that follow.
  private boolean isHead(Subject subject) {
    return subject.segment() != null
        && subject.metric().matches(".*(?:收入|毛利率|成本|销量|产量)")
        && ownerBeforeDetail == null
        && false;
  }

  private void readShare(Sentence sentence, String share, Amount amount, List<Mention> mentions) {
    if (last == null || amount.unit().dimension() != Dimension.PERCENT || share.length() < 2) {
      return;
    }
    var whole = figures.get(last);
    var of = whole.segment() == null ? whole.metric() : whole.segment() + whole.metric();
    figures.add(
        figure(
            sentence,
            share,
            of,
            whole.period() == null ? period(sentence, share, amount, mentions) : whole.period(),
            amount));
  }

  private @Nullable ReportingPeriod period(
      Sentence sentence, String metric, Amount amount, List<Mention> mentions) {
    ReportingPeriod stated = null;
    for (var mention : mentions) {
      if (mention.end() <= amount.start() && !isComparison(sentence.text(), mention)) {
        stated = mention.period();
      }
    }
    if (stated == null) {
      stated = paragraphPeriod == null ? setting.calendar().current() : paragraphPeriod;
    }
    if (stated != null && stated.basis() == Basis.INSTANT && Metrics.isOverATime(metric)) {
      var home = setting.calendar().home();
      return home != null && home.end().equals(stated.end()) ? home : null;
    }
    return Metrics.period(metric, stated);
  }

  private static boolean isComparison(String sentence, Mention mention) {
    return mention.start() > 0 && "较比与".indexOf(sentence.charAt(mention.start() - 1)) >= 0;
  }

  private String cutPeriods(String words) {
    var rest = new StringBuilder(words);
    for (var mention : PeriodWords.inSentence(words, setting.calendar()).reversed()) {
      rest.delete(mention.start(), mention.end());
    }
    return rest.toString().replaceAll("^[，,、]+", "");
  }

  private Figure figure(
      Sentence sentence,
      String metric,
      @Nullable String segment,
      @Nullable ReportingPeriod period,
      Amount amount) {
    return new Figure(
        passage.id(),
        metric,
        segment,
        period,
        amount.value(),
        printed(sentence.start() + amount.start(), sentence.start() + amount.end()),
        amount.unit(),
        metric.startsWith("母公司") && !metric.startsWith("母公司股东") ? Scope.PARENT : Scope.CONSOLIDATED,
        Restatement.ORIGINAL,
        List.of(),
        null,
        null,
        plain.origin(sentence.start()),
        plain.originEnd(sentence.end()),
        setting.disclosure().audited());
  }

  private String printed(int start, int end) {
    return passage.text().substring(plain.origin(start), plain.originEnd(end));
  }

  private static Figure with(Figure figure, Change change) {
    var changes = new ArrayList<>(figure.changes());
    changes.add(change);
    return new Figure(
        figure.passage(),
        figure.metric(),
        figure.segment(),
        figure.period(),
        figure.value(),
        figure.printed(),
        figure.unit(),
        figure.scope(),
        figure.restatement(),
        changes,
        figure.row(),
        figure.column(),
        figure.start(),
        figure.end(),
        figure.audited());
  }
}
