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
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy;
import org.jspecify.annotations.Nullable;

/// Reads one part of a question, in the light of the part before it.
final class PartReader {

  private static final Pattern OTHER_NOUN =
      Pattern.compile("分配|表(?![示现达])|政策|确认(?:政策|原则|方法|时点|条件)");

  private final Glossary glossary;
  private final CueReader cues;
  private final IntentReader intents;
  private final OtherCompany otherCompany;

  PartReader(Glossary glossary, CueReader cues, IntentReader intents, OtherCompany otherCompany) {
    this.glossary = glossary;
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
    var mentions = mentions(text, before);
    var focus = Focus.of(text);
    var asked =
        mentions.stream()
            .filter(mention -> !isRelativeBase(text, mention))
            .filter(mention -> isAskedAbout(mention, focus, context))
            .toList();
    var periods = asked.stream().map(mention -> resolved(text, mention, context)).toList();
    var places = places(mentions, metrics, context.companies().namings(text));
    var metricNames = metrics.stream().map(Glossary.Mention::metric).distinct().toList();
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

  private static List<PeriodMention> mentions(String text, @Nullable Part before) {
    return before == null || before.periods().isEmpty()
        ? PeriodMention.in(text)
        : PeriodMention.in(text, PeriodMention.of(before.periods().getLast().period()));
  }

  /// 比上年末, 比去年同期: what is compared with is no period asked about.
  private static boolean isRelativeBase(String text, PeriodMention mention) {
    return !mention.isExplicit()
        && mention.words().matches(".*(?:上|去|同期|前一|年初|期初|prior|previous|last|ago|before).*")
        && Grammar.endsAsBase(text.substring(0, mention.start()));
  }

  /// A period that is spoken of on the way tells where to look once it has ended; before that it
  /// says nothing of what is asked.
  private static boolean isAskedAbout(PeriodMention mention, Focus focus, PartContext context) {
    return focus.holds(mention.start())
        || (focus.governs(mention.start())
            && !Grammar.asksOfToday(focus.text().substring(mention.end())))
        || context.calendar().hasEnded(resolved(focus.text(), mention, context).period());
  }

  private static AskedPeriod resolved(String text, PeriodMention mention, PartContext context) {
    var resolved = mention.resolve(context.calendar(), tense(text, mention));
    var period = context.fiscalYear().meant(mention, resolved);
    return new AskedPeriod(period, mention.words(), mention.isExplicit());
  }

  private static Tense tense(String text, PeriodMention mention) {
    if (Grammar.endsAsBase(text.substring(0, mention.start()))) {
      return Tense.STATED;
    }
    var clause = Clauses.at(text, mention.start());
    if (Grammar.asksWhy(clause)) {
      return Tense.PAST;
    }
    if (Grammar.looksAhead(clause) || (mention.report() && Grammar.asksWhenItWill(clause))) {
      return Tense.AHEAD;
    }
    if (Grammar.looksBack(clause)) {
      return Tense.PAST;
    }
    return Grammar.asksHowItGoes(clause) ? Tense.RUNNING : Tense.STATED;
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
