package onrecord.bot.reading;

import static onrecord.prompts.Policy.Kind.ADVICE;
import static onrecord.prompts.Policy.Kind.CALENDAR;
import static onrecord.prompts.Policy.Kind.EXTRAPOLATION;
import static onrecord.prompts.Policy.Kind.FORECAST_COMMENT;
import static onrecord.prompts.Policy.Kind.FUTURE;
import static onrecord.prompts.Policy.Kind.HYPOTHETICAL;
import static onrecord.prompts.Policy.Kind.INSTRUCTION;
import static onrecord.prompts.Policy.Kind.PAST_STATEMENT;
import static onrecord.prompts.Policy.Kind.PLAN;
import static onrecord.prompts.Policy.Kind.POSSIBILITY;
import static onrecord.prompts.Policy.Kind.PRICE;
import static onrecord.prompts.Policy.Kind.RUMOUR;
import static onrecord.prompts.Policy.Kind.SMALL_TALK;
import static onrecord.prompts.Policy.Kind.TARGET;
import static onrecord.prompts.Policy.Kind.UNDISCLOSED;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Intent;
import onrecord.bot.Reading.Aspect;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Cue;
import onrecord.prompts.Policy.Kind;
import onrecord.prompts.Policy.Trait;

/// Tells what a part of a question is after, from its cues and the form of its sentence.
///
/// The order is from what decides alone to what decides only together: advice, the unpublished,
/// price, rumour; then the company's own past words, calendar and plans, which make a fact of what
/// speaks of the future; then the future itself.
final class IntentReader {

  private static final Pattern ABILITY =
      Pattern.compile("(?:能否|能不能|可否|可不可以|是否能够?|是否可以|可以|能)(?!.*(?:会|将|多少|多大|几)).*");

  private static final Pattern WHEN = Pattern.compile("什么时[候间]|何时|啥时|多久|时间|\\bwhen\\b");

  /// 能实现的收入: the verb only tells which amount is meant.
  private static final Pattern ATTRIBUTE = Pattern.compile("[^,?]{1,8}的[^,?]*");

  /// 是增还是减: which way a figure has gone.
  private static final Pattern EITHER_WAY = Pattern.compile("是.还是.");

  private static final Pattern TRUTH =
      Pattern.compile("真的|真假|真实|属实|确认|澄清|辟谣|回应|怎么回事|靠谱|可靠|\\b(?:true|truth|confirm|deny)\\b");

  private static final Pattern AMOUNT = Pattern.compile("多少|多大|多高|几成|几个?点|\\bhow much\\b");

  private static final Pattern COMPANY =
      Pattern.compile("公司|贵司|你们|我司|\\b(?:the|your) (?:company|group|firm)\\b");

  /// In words.
  private static final int LONGEST_SEARCH = 4;

  private final Policy policy;

  IntentReader(Policy policy) {
    this.policy = policy;
  }

  /// @param text one part, self-contained
  /// @param cues that count in it
  /// @param periods resolved
  /// @param metrics that it names
  Intent intent(
      String text,
      List<Cue> cues,
      List<ReportingPeriod> periods,
      List<Metric> metrics,
      PartContext context) {
    return new Sentence(text, Focus.of(text), cues, periods, metrics, context).intent();
  }

  private final class Sentence {

    private final String text;
    private final Focus focus;
    private final String asked;
    private final List<Cue> cues;
    private final List<ReportingPeriod> periods;
    private final List<Metric> metrics;
    private final PartContext context;

    Sentence(
        String text,
        Focus focus,
        List<Cue> cues,
        List<ReportingPeriod> periods,
        List<Metric> metrics,
        PartContext context) {
      this.text = text;
      this.focus = focus;
      this.asked = focus.words();
      this.cues = cues;
      this.periods = periods;
      this.metrics = metrics;
      this.context = context;
    }

    Intent intent() {
      if (has(ADVICE)) {
        return Intent.ADVICE;
      }
      if (has(UNDISCLOSED)) {
        return has(TARGET) || (aboutResults() && lookAhead()) ? Intent.OUTLOOK : Intent.RUMOUR;
      }
      if (asksForPrice()) {
        return Intent.PRICE;
      }
      if (isHearsay() && !has(PAST_STATEMENT)) {
        return Intent.RUMOUR;
      }
      if (isWish()) {
        return Intent.OTHER;
      }
      if (asksForForecast()) {
        return Intent.OUTLOOK;
      }
      return isOffTopic() ? Intent.OTHER : Intent.FACT;
    }

    /// A past price, and what the company does about its price, are no questions for a price.
    private boolean asksForPrice() {
      return has(PRICE)
          && !policy.has(Trait.PRICE_MEASURES, asked)
          && (periods.isEmpty() || lookAhead());
    }

    private boolean asksForForecast() {
      if ((has(EXTRAPOLATION) && !isPlanAlone() && !asksOfAccounting())
          || (has(FORECAST_COMMENT) && !asksWhyItWas() && !speaksOfMarket())
          || (has(INSTRUCTION) && (lookAhead() || isMeantAhead()))) {
        return true;
      }
      if (has(HYPOTHETICAL) && !has(PAST_STATEMENT)) {
        return true;
      }
      if (asksWhyItWas()
          || has(PAST_STATEMENT)
          || has(CALENDAR)
          || isPastInFutureWords()
          || isExpectedOfThePast()
          || speaksOfMarket()
          || asksOfAccounting()) {
        return false;
      }
      return has(TARGET)
          || (asksWhetherItWill() && !isPlanAlone())
          || (!has(PLAN) && asksForResultsToCome())
          || (has(PLAN) && lookAhead() && asksAmount())
          || (isYetToBegin() && (asksAmount() || isModal() || predicts()))
          || policy.has(Trait.EFFECT, asked)
          || (policy.has(Trait.ASSURANCE, asked) && lookAhead() && !has(PLAN))
          || asksAmountAlone();
    }

    /// 那今年全年多少: an amount of a period that has not ended, of whatever was spoken of.
    private boolean asksAmountAlone() {
      return asksAmount() && lookAhead() && SubjectReader.subject(asked, List.of()).isEmpty();
    }

    /// An order to write or fill in what lies ahead.
    private boolean isMeantAhead() {
      return aboutResults() && (lookAhead() || isModal() || has(FUTURE) || predicts());
    }

    /// How something is accounted for, in whose words the future is a term: 预期信用损失, 预计负债.
    private boolean asksOfAccounting() {
      return policy.has(Trait.ACCOUNTING, asked) && !has(HYPOTHETICAL) && !has(POSSIBILITY);
    }

    private boolean asksForResultsToCome() {
      return (aboutResults() && (isModal() || predicts() || isYetToBegin()))
          || (isCounted() && lookAhead())
          || (isCounted() && Grammar.asksWhenItWill(asked) && !Grammar.looksBack(asked))
          || (lookAhead() && predicts())
          || (has(FUTURE) && (aboutResults() || asksWhen()) && (!isPolar() || isEarned()));
    }

    /// Whether it is about what a company adds up and reports at the end of a period only; how its
    /// orders or costs stand it may say at any time.
    private boolean isCounted() {
      return hasMetric() || policy.has(Trait.EARNINGS, asked);
    }

    /// 年内能看到业绩反转的信号吗: the earnings of a time to come, whatever is asked of them.
    private boolean isEarned() {
      return policy.has(Trait.EARNINGS, asked)
          && cues.stream()
              .anyMatch(cue -> cue.kind() == FUTURE && !policy.has(Trait.EXPECTED, cue.words()));
    }

    /// Hearsay that is asked about, or of which it is asked whether it is so; as a mere preface to
    /// another question it is none.
    private boolean isHearsay() {
      return cues.stream()
          .filter(cue -> cue.kind() == RUMOUR)
          .anyMatch(cue -> focus.holds(cue.start()) || TRUTH.matcher(asked).find());
    }

    private boolean hasMetric() {
      return !metrics.isEmpty();
    }

    /// A balance is asked for as it stands, so a period that runs does not make it a forecast.
    private boolean asksForBalance() {
      return hasMetric()
          && metrics.stream().allMatch(metric -> metric.nature() == Metric.Nature.BALANCE);
    }

    private boolean has(Kind kind) {
      return cues.stream().anyMatch(cue -> cue.kind() == kind);
    }

    private boolean aboutResults() {
      return hasMetric() || policy.has(Trait.RESULTS, asked);
    }

    /// Whether some period has not ended by the as-of date.
    private boolean lookAhead() {
      return asksForBalance()
          ? isYetToBegin()
          : periods.stream().anyMatch(period -> !context.calendar().hasEnded(period));
    }

    private boolean isModal() {
      return policy.has(Trait.MODAL, Grammar.withoutPoliteness(asked));
    }

    private boolean predicts() {
      return policy.has(Trait.ESTIMATE, asked);
    }

    /// 1月的预测实现了吗: all its periods have ended, and it asks what became of it.
    private boolean isPastInFutureWords() {
      return !periods.isEmpty() && !lookAhead() && Grammar.looksBack(asked) && !has(POSSIBILITY);
    }

    /// 去年有望实现的营收: only what was then expected lies in the words, and the figure is out.
    private boolean isExpectedOfThePast() {
      return hasMetric()
          && !periods.isEmpty()
          && periods.stream().allMatch(context.calendar()::isReported)
          && cues.stream().allMatch(this::isOfThen);
    }

    private boolean isOfThen(Cue cue) {
      return switch (cue.kind()) {
        case FUTURE -> policy.has(Trait.EXPECTED, cue.words());
        case POSSIBILITY ->
            ATTRIBUTE.matcher(cue.words()).matches() || EITHER_WAY.matcher(cue.words()).matches();
        case TARGET, HYPOTHETICAL, EXTRAPOLATION, FORECAST_COMMENT -> false;
        case FACT,
            PAST_STATEMENT,
            PLAN,
            CALENDAR,
            UNDISCLOSED,
            RUMOUR,
            PRICE,
            ADVICE,
            INSTRUCTION,
            SMALL_TALK ->
            true;
      };
    }

    /// 会 asks what will be. 能 and 可以 may ask what can be done, which is a fact, unless it is a
    /// result or event, or lies ahead.
    private boolean asksWhetherItWill() {
      return cues.stream()
          .filter(cue -> cue.kind() == POSSIBILITY && !isPartOfPlan(cue))
          .anyMatch(cue ->
              !ABILITY.matcher(cue.words()).matches()
                  || aboutResults()
                  || policy.has(Trait.EVENTS, asked)
                  || lookAhead()
                  || has(FUTURE));
    }

    /// 扭亏计划: what is planned, and not whether it will be.
    private boolean isPartOfPlan(Cue cue) {
      return cues.stream()
          .anyMatch(plan ->
              plan.kind() == PLAN && plan.start() <= cue.start() && cue.end() <= plan.end());
    }

    /// Whether some period has not begun by the as-of date.
    private boolean isYetToBegin() {
      return periods.stream().anyMatch(period -> !context.calendar().hasBegun(period));
    }

    /// What a company plans is published, when it will come about is not.
    private boolean isPlanAlone() {
      return has(PLAN) && !lookAhead() && !asksWhen() && !asksAmount();
    }

    private boolean asksWhen() {
      return WHEN.matcher(asked).find();
    }

    private boolean isPolar() {
      return AspectReader.aspects(asked).equals(Set.of(Aspect.YES_NO));
    }

    /// 为什么…却亏损了: the reason for what has happened.
    private boolean asksWhyItWas() {
      return Grammar.asksWhy(asked) && Grammar.looksBack(asked) && !isYetToBegin();
    }

    private boolean asksAmount() {
      return AMOUNT.matcher(asked).find();
    }

    private boolean speaksOfMarket() {
      return policy.has(Trait.MARKET, asked)
          && !hasMetric()
          && (!COMPANY.matcher(asked).find() || asked.contains("cited") || !has(POSSIBILITY));
    }

    /// Small talk, orders to the assistant, and what is neither a question nor about a company.
    private boolean isOffTopic() {
      return !hasMetric()
          && !namesCompany()
          && (has(SMALL_TALK) || has(INSTRUCTION) || isStatementInLatin());
    }

    /// 希望公司重视股东回报: asks nothing.
    private boolean isWish() {
      return policy.has(Trait.WISH, text)
          && Clauses.of(text).stream().noneMatch(Clauses.Clause::asks);
    }

    private boolean namesCompany() {
      return COMPANY.matcher(text).find() || !context.companies().namings(text).isEmpty();
    }

    /// A few words may be a search; a sentence that does not ask is none.
    private boolean isStatementInLatin() {
      return !Script.hasHan(text)
          && periods.isEmpty()
          && !Grammar.asks(text)
          && text.strip().split("\\s+").length > LONGEST_SEARCH;
    }
  }
}
