package onrecord.corpus.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.corpus.Change;
import onrecord.corpus.Change.Against;
import onrecord.corpus.Figure;
import onrecord.corpus.Figure.Restatement;
import onrecord.corpus.Figure.Scope;
import onrecord.corpus.Passage;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.figures.Clauses.Sentence;
import org.jspecify.annotations.Nullable;

/// One sentence, read from number to number: each goes on with what was said before it.
final class Telling {

  private static final Pattern SHARE =
      Pattern.compile("(?:约|并|均)*(?<share>占.{1,24}?)(?:的)?(?:为|达到?|约|是|近|超过?)*");
  private static final Pattern NO_METRIC =
      Pattern.compile("[“”《》]|不超过|不少于|不低于|不高于|至少|最低|每(?!股)|第|条|增减|分别|同比|环比|^[较比减]|税率$|按$|但$|前$");
  private static final Pattern OTHERS = Pattern.compile("参股|子公司|合营|联营|同行业");
  private static final String PARENT = "母公司";

  private final Passage passage;
  private final Setting setting;
  private final PlainText plain;
  private final Sentence sentence;
  private final Times times;
  private final List<Figure> figures = new ArrayList<>();

  /// Which figure a change would be of; -1 where it would be of none.
  private int last = -1;

  private @Nullable String owner;
  private @Nullable String ownerBeforeDetail;
  private boolean isDetail;
  private @Nullable Against compared;

  Telling(
      Passage passage,
      Setting setting,
      PlainText plain,
      Sentence sentence,
      Times times,
      @Nullable String owner) {
    this.passage = passage;
    this.setting = setting;
    this.plain = plain;
    this.sentence = sentence;
    this.times = times;
    this.owner = owner;
  }

  List<Figure> figures() {
    for (var amount : Amount.in(sentence.text())) {
      noteOwner(amount.between());
      switch (Comparison.of(amount.lead().strip())) {
        case Comparison.Change change -> readChange(change, amount);
        case Comparison.Earlier earlier -> readEarlier(earlier, amount);
        case null -> readFigure(amount);
      }
    }
    return figures;
  }

  /// What 其中 names ends with the semicolon; whoever was spoken of before goes on.
  private void noteOwner(String between) {
    if (isDetail && between.contains("；")) {
      owner = ownerBeforeDetail;
      isDetail = false;
    }
    if (between.contains("其中")) {
      ownerBeforeDetail = owner;
      isDetail = true;
    }
    var company = SentenceFigures.companyIn(between, setting.disclosure().issuer());
    owner = company == null ? owner : company;
  }

  private void readChange(Comparison.Change change, Amount amount) {
    if (!times.cut(change.subject()).isBlank()) {
      last = -1;
    }
    compared = change.against() == null ? compared : change.against();
    if (last < 0 || compared == null || !amount.isRate()) {
      return;
    }
    var rate = change.isDecline() ? amount.value().abs().negate() : amount.value();
    var printed = printed(amount.leadStart(), amount.end()).strip();
    figures.set(
        last, figures.get(last).changed(new Change(compared, rate, amount.unit(), printed)));
  }

  private void readEarlier(Comparison.Earlier earlier, Amount amount) {
    compared = Against.YEAR_BEFORE;
    if (last < 0 || !earlier.isYearEarlier()) {
      return;
    }
    var main = figures.get(last);
    if (main.period() != null && main.unit().dimension() == amount.unit().dimension()) {
      add(main.metric(), main.segment(), main.period().plusYears(-1), amount, main.scope());
    }
  }

  private void readFigure(Amount amount) {
    compared = null;
    var share = SHARE.matcher(amount.lead().strip());
    if (share.matches()) {
      readShare(share.group("share"), amount);
      return;
    }
    var subject = Subject.of(times.cut(amount.lead()), setting.disclosure().issuer());
    if (subject == null
        || NO_METRIC.matcher(subject.metric()).find()
        || !Metrics.isMeasurable(subject.metric(), amount.unit())) {
      last = -1;
      return;
    }
    if (isDetail && last >= 0) {
      subject = subject.within(figures.get(last).metric());
    }
    owner = subject.isClause() && subject.isStated() ? subject.segment() : owner;
    var segment = subject.isStated() ? subject.segment() : owner;
    if (segment == null && !subject.isStated() && isOfOthers()) {
      last = -1;
      return;
    }
    var isParent = PARENT.equals(segment);
    var period = times.periodAt(amount.start(), subject.metric());
    add(
        subject.metric(),
        isParent ? null : segment,
        period,
        amount,
        isParent ? Scope.PARENT : Scope.CONSOLIDATED);
  }

  /// Under a heading about other companies, figures of nobody are not the issuer's.
  private boolean isOfOthers() {
    return passage.headings().stream().anyMatch(heading -> OTHERS.matcher(heading).find());
  }

  /// 占营业收入的比重 is a share that the figure before it has.
  private void readShare(String share, Amount amount) {
    if (last < 0 || !amount.isRate()) {
      return;
    }
    var whole = figures.get(last);
    var part = whole.segment() == null ? whole.metric() : whole.segment() + whole.metric();
    var main = last;
    add(share, part, whole.period(), amount, whole.scope());
    last = main;
  }

  private void add(
      String metric,
      @Nullable String segment,
      @Nullable ReportingPeriod period,
      Amount amount,
      Scope scope) {
    var isEarlier = last >= 0 && compared != null;
    figures.add(
        new Figure(
            passage.id(),
            metric,
            segment,
            period,
            amount.value(),
            printed(amount.start(), amount.numberEnd()),
            amount.unit(),
            scope,
            Restatement.ORIGINAL,
            List.of(),
            null,
            null,
            plain.origin(sentence.start()),
            plain.originEnd(sentence.end()),
            setting.disclosure().audited()));
    last = isEarlier ? last : figures.size() - 1;
  }

  private String printed(int from, int to) {
    return passage
        .text()
        .substring(plain.origin(sentence.start() + from), plain.originEnd(sentence.start() + to));
  }
}
