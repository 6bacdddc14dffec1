package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.Intent;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Calculation.Operation;
import onrecord.bot.Reading.Part;
import onrecord.corpus.Basis;
import onrecord.corpus.PeriodMention;
import onrecord.corpus.ReportingCalendar.Tense;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Trait;
import org.jspecify.annotations.Nullable;

/// Reads one part of a question, in the light of the part before it.
final class PartReader {

  /// What is published on a day, right behind that day's name.
  private static final Pattern PUBLICATION =
      Pattern.compile(
          "份?的?(?:公司|贵司|你们)?(?:那[份次]|的|业绩)*(?:预告|预测|预计|快报|公告|披露|发布|公布|说明会)"
              + "|[' ]?s?,? ?(?:(?:forecast|guidance|preview|announcement|disclosure|statement|notice)s?)\\b");

  private static final Pattern UP_TO = Pattern.compile("截[至止到]|\\bas (?:of|at)\\b");

  private static final Pattern OTHER_NOUN =
      Pattern.compile("分配|表(?![示现达])|政策|确认(?:政策|原则|方法|时点|条件)");

  private final Glossary glossary;
  private final Policy policy;
  private final CueReader cues;
  private final IntentReader intents;
  private final OtherCompany otherCompany;

  PartReader(
      Glossary glossary,
      Policy policy,
      CueReader cues,
      IntentReader intents,
      OtherCompany otherCompany) {
    this.glossary = glossary;
    this.policy = policy;
    this.cues = cues;
    this.intents = intents;
    this.otherCompany = otherCompany;
  }

  /// @param before the part asked before; null where nothing was
  /// @param sameMessage whether that stands in the same message
  Part read(Fragment fragment, @Nullable Part before, boolean sameMessage, PartContext context) {
    var own = own(fragment, before, context);
    return before != null && Ellipsis.leavesOut(own, sameMessage)
        ? completed(own, before, context)
        : Ellipsis.closed(own);
  }

  private Part own(Fragment fragment, @Nullable Part before, PartContext context) {
    var text = fragment.text();
    var metrics = metrics(text);
    var mentions = mentions(text, before, context);
    var focus = Focus.of(text);
    var asked =
        mentions.stream()
            .filter(mention -> !isRelativeBase(text, mention))
            .filter(mention -> metrics.isEmpty() || !datesPublication(text, mention))
            .filter(mention -> isAskedAbout(mention, focus, context))
            .toList();
    var metricNames = metrics.stream().map(Glossary.Mention::metric).distinct().toList();
    var periods =
        asked.stream()
            .map(mention -> resolved(text, mention, context))
            .map(period -> addsUp(text, metricNames) ? sinceNewYear(period) : period)
            .toList();
    var places = places(mentions, metrics, context.companies().namings(text));
    var cuesFound = cues.cues(text);
    var subject = SubjectReader.subject(text, places);
    return new Part(
        fragment.original(),
        text,
        intent(text, cuesFound, periods, metricNames, context),
        periods,
        metricNames,
        subject,
        aspects(text, metricNames),
        calculation(text, asked, periods, metricNames, context),
        cuesFound,
        otherCompany
            .named(fragment, metrics, periodPlaces(mentions), cuesFound, context)
            .orElse(null));
  }

  /// The metrics named, but for those that only begin another noun: 利润分配, 利润表, 收入确认.
  private List<Glossary.Mention> metrics(String text) {
    return glossary.mentions(text).stream()
        .filter(mention -> !OTHER_NOUN.matcher(text.substring(mention.end())).lookingAt())
        .toList();
  }

  private static List<PeriodMention> mentions(
      String text, @Nullable Part before, PartContext context) {
    if (before == null || before.periods().isEmpty()) {
      return PeriodMention.in(text);
    }
    var last = before.periods().getLast().period();
    var mentions = PeriodMention.in(text, PeriodMention.of(last));
    return Ellipsis.goesOn(text)
        ? mentions.stream().map(mention -> inYearOf(last, mention, context)).toList()
        : mentions;
  }

  /// 2025年9月末…？年底呢？ goes on within the year spoken of, unless that would ask for the same day
  /// again: the year's end after a whole year is the next.
  private static PeriodMention inYearOf(
      ReportingPeriod last, PeriodMention mention, PartContext context) {
    var calendar = context.calendar();
    if (!mention.lacksYear() || mention.report()) {
      return mention;
    }
    var year = last.end().getYear() - calendar.asOfDate().getYear();
    var inYear = mention.withYear(new PeriodMention.Year.FromToday(year));
    var period = inYear.resolve(calendar, Tense.STATED);
    var isSameDay = period.basis() == Basis.INSTANT && period.end().equals(last.end());
    return isSameDay ? mention : inYear;
  }

  /// The day or month on which something was published is no period asked about: 一月份的预告.
  private static boolean datesPublication(String text, PeriodMention mention) {
    var isDate =
        mention.span() instanceof PeriodMention.Span.Day
            || (mention.span() instanceof PeriodMention.Span.Months(int first, int last)
                && first == last);
    return isDate && PUBLICATION.matcher(text.substring(mention.end())).lookingAt();
  }

  /// 截至9月底完成的营收: of what flows, all that has come since the year began.
  private static boolean addsUp(String text, List<Metric> metrics) {
    return !metrics.isEmpty()
        && metrics.stream().allMatch(metric -> metric.nature() == Metric.Nature.FLOW)
        && UP_TO.matcher(text).find();
  }

  private static AskedPeriod sinceNewYear(AskedPeriod asked) {
    var end = asked.period().end();
    return asked.period().basis() == Basis.INSTANT && end.getMonthValue() % 3 == 0
        ? new AskedPeriod(
            ReportingPeriod.firstQuarters(end.getYear(), end.getMonthValue() / 3),
            asked.words(),
            asked.explicit())
        : asked;
  }

  /// 比上年末, 比去年同期: what is compared with is no period asked about.
  private static boolean isRelativeBase(String text, PeriodMention mention) {
    return !mention.isExplicit()
        && mention.words().matches(".*(?:上|去|同期|前一|年初|期初|prior|previous|last|ago|before).*")
        && Grammar.endsAsBase(text.substring(0, mention.start()));
  }

  /// A period that is asked about, or named once the question is put (…: rows 2024 to 2028). One
  /// that is spoken of on the way tells where to look once it has ended; before that it says
  /// nothing of what is asked.
  private boolean isAskedAbout(PeriodMention mention, Focus focus, PartContext context) {
    return focus.holds(mention.start())
        || (focus.isBefore(mention.start())
            && !policy.has(Trait.WISH, Clauses.at(focus.text(), mention.start())))
        || (focus.governs(mention.start())
            && !Grammar.asksOfToday(focus.text().substring(mention.end())))
        || context.calendar().hasEnded(resolved(focus.text(), mention, context).period());
  }

  private AskedPeriod resolved(String text, PeriodMention mention, PartContext context) {
    var resolved = mention.resolve(context.calendar(), tense(text, mention));
    var period = context.fiscalYear().meant(mention, resolved);
    return new AskedPeriod(period, mention.words(), mention.isExplicit());
  }

  private Tense tense(String text, PeriodMention mention) {
    if (Grammar.endsAsBase(text.substring(0, mention.start()))) {
      return Tense.STATED;
    }
    var clause = Clauses.at(text, mention.start());
    if (Grammar.asksWhy(clause)) {
      return Tense.PAST;
    }
    if (Grammar.countsUpToToday(clause)) {
      return Tense.RUNNING;
    }
    if (looksAhead(clause) || (mention.report() && Grammar.asksWhenItWill(clause))) {
      return Tense.AHEAD;
    }
    if (isLeftToJudge(text, mention)) {
      return mention.report() ? Tense.AHEAD : Tense.RUNNING;
    }
    if (Grammar.looksBack(clause)) {
      return Tense.PAST;
    }
    return Grammar.asksHowItGoes(clause) ? Tense.RUNNING : Tense.STATED;
  }

  private boolean looksAhead(String clause) {
    return policy.has(Trait.AHEAD, Grammar.withoutPoliteness(clause));
  }

  /// 四季度利润稳了吧, 年末压到两亿以内,办得到吗: whoever asks so wants to be assured of what is not known yet,
  /// whatever its tense.
  private boolean isLeftToJudge(String text, PeriodMention mention) {
    var rest = Clauses.sentenceFrom(text, mention.start());
    return policy.has(Trait.ASSURANCE, rest)
        && PeriodMention.in(text).stream()
            .noneMatch(other ->
                other.start() >= mention.end() && other.start() < mention.start() + rest.length());
  }

  private static List<Stretch> places(
      List<PeriodMention> mentions,
      List<Glossary.Mention> metrics,
      List<Companies.Naming> namings) {
    return Stream.of(
            periodPlaces(mentions).stream(),
            metrics.stream().map(metric -> new Stretch(metric.start(), metric.end())),
            namings.stream().map(Companies.Naming::place))
        .flatMap(places -> places)
        .toList();
  }

  private static List<Stretch> periodPlaces(List<PeriodMention> mentions) {
    return mentions.stream().map(mention -> new Stretch(mention.start(), mention.end())).toList();
  }

  private Intent intent(
      String text,
      List<Policy.Cue> cues,
      List<AskedPeriod> periods,
      List<Metric> metrics,
      PartContext context) {
    return intents.intent(
        text, cues, periods.stream().map(AskedPeriod::period).toList(), metrics, context);
  }

  private static Set<Aspect> aspects(String text, List<Metric> metrics) {
    var bare = Grammar.withoutPoliteness(text);
    var aspects = AspectReader.aspects(bare);
    // 可以说一下净利润吗 asks for the figure, not whether one may be told.
    boolean asksIfOne = !bare.equals(text) && aspects.equals(EnumSet.of(Aspect.YES_NO));
    if ((aspects.isEmpty() || asksIfOne) && !metrics.isEmpty()) {
      return EnumSet.of(Aspect.VALUE);
    }
    return aspects;
  }

  private @Nullable Calculation calculation(
      String text,
      List<PeriodMention> mentions,
      List<AskedPeriod> periods,
      List<Metric> metrics,
      PartContext context) {
    var isPast = isPast(periods, context);
    var formula = metrics.stream().anyMatch(metric -> metric.formula() != null);
    return CalculationReader.calculation(text, mentions, isPast, words -> operand(words, context))
        .filter(calculation -> !formula || calculation.operation() != Operation.DIFFERENCE)
        .orElseGet(() -> isPast ? implied(periods, metrics) : null);
  }

  private static boolean isPast(List<AskedPeriod> periods, PartContext context) {
    return periods.stream().allMatch(asked -> context.calendar().hasEnded(asked.period()));
  }

  /// Where nothing is asked to be computed, the metric or its period may have to be.
  private static @Nullable Calculation implied(List<AskedPeriod> periods, List<Metric> metrics) {
    for (var metric : metrics) {
      if (metric.formula() != null) {
        return new Calculation(Operation.FORMULA, List.of(metric.id()));
      }
      if (metric.nature() == Metric.Nature.FLOW && periods.stream().anyMatch(PartReader::isLater)) {
        return new Calculation(Operation.SINGLE_QUARTER, List.of(metric.id()));
      }
    }
    return null;
  }

  /// A second, third or fourth quarter alone is seldom printed.
  private static boolean isLater(AskedPeriod asked) {
    return asked.period().basis() == Basis.SINGLE_QUARTER
        && asked.period().start().getMonthValue() > 1;
  }

  private String operand(String words, PartContext context) {
    var blanked = new StringBuilder(words);
    var taken = new ArrayList<Stretch>();
    taken.addAll(periodPlaces(PeriodMention.in(words)));
    context.companies().namings(words).forEach(naming -> taken.add(naming.place()));
    for (var stretch : taken) {
      for (var i = stretch.start(); i < stretch.end(); i++) {
        blanked.setCharAt(i, ' ');
      }
    }
    return OperandWords.bare(blanked.toString());
  }

  private Part completed(Part own, Part before, PartContext context) {
    return Ellipsis.completed(
        own,
        before,
        (text, periods, metrics) -> intent(text, cues.cues(text), periods, metrics, context),
        (periods, metrics) -> isPast(periods, context) ? implied(periods, metrics) : null);
  }
}
