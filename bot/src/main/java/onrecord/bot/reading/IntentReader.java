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
import java.util.regex.Pattern;
import onrecord.bot.Intent;
import onrecord.corpus.ReportingPeriod;
import onrecord.prompts.Metric;
import onrecord.prompts.Policy.Cue;
import onrecord.prompts.Policy.Kind;

/// Tells what a part of a question is after, from its cues and the form of its sentence.
///
/// The order is from what decides alone to what decides only together: advice, the unpublished,
/// price, rumour; then the company's own past words, calendar and plans, which make a fact of what
/// speaks of the future; then the future itself.
final class IntentReader {

  /// How a result goes; with a modal verb it asks for a forecast.
  private static final Pattern RESULT =
      Pattern.compile(
          "业绩|利润|盈利|盈亏|亏|赚|营收|收入|毛利|净利|现金流|增长|增速|翻倍|翻番|扭亏|转正|改善|好转|恢复|释放|下滑|回升|回落|拐点|"
              + "景气|销量|市占率|份额|产能利用率|订单|分红|派息|"
              + "\\b(?:earnings|profit|revenue|sales|results|margin|growth|grow|eps|income|loss|dividend|performance)\\b");

  private static final Pattern MODAL =
      Pattern.compile(
          "会不会|能不能|能否|会否|是否[会能将]|(?<![明大事员协机社工商开峰布流监谈坛宴学集际发证])会(?!计|议|员|所|费|社|展|场|上|后|谈)|(?<![产储功性节动势智职才技电光热核蓄赋])能(?!力|源|耗|效|算)(?=到|达|做|赚|有|突破|超|实现|翻|增|涨|提|恢|维|保|持|盈|转|带|不|释)|有望|将(?=会|达|实|有|增|提|下|继|进)|"
              + "\\b(?:will|would|going to|plausible|likely|expect\\w*|forecast\\w*|guidance|outlook|predict\\w*|project(?:ed|ion)s?)\\b");

  private static final Pattern PREDICTION =
      Pattern.compile(
          "预测|预估|指引|推算|估算|展望|预判|\\b(?:forecast|guidance|outlook|estimate|predict(?:ion)?|projection)s?\\b");

  /// A market or a third party is spoken of, whose estimates are published.
  private static final Pattern INDUSTRY =
      Pattern.compile(
          "\\bidc\\b|gartner|弗若斯特|沙利文|信通院|研究机构|行业(?:规模|增速|发展|需求|市场|平均|整体|空间)|市场(?:规模|空间|增速|需求|容量)|"
              + "(?:全球|中国|国内|我国|全国)[^,?;。公司]{0,14}(?:规模|增速|增长率|市场|需求|出货|复合)|"
              + "\\b(?:industry|market)(?: size| growth|'s)?\\b|china's|global ");

  private static final Pattern WHY = Pattern.compile("为什么|为何|为啥|原因|\\bwhy\\b");

  private static final Pattern ABILITY =
      Pattern.compile("(?:能否|能不能|可否|可不可以|是否能够?|是否可以|可以|能)(?!.*(?:会|将)).*");

  private static final Pattern WHEN = Pattern.compile("什么时[候间]|何时|啥时|多久|\\bwhen\\b");

  /// What an event yet to happen will do: 通车后对客流影响多大.
  private static final Pattern EFFECT_TO_COME =
      Pattern.compile("(?<![今前此以之日])后[^,?;。了过]{0,10}(?:影响|贡献|带来|增加|增厚)[^,?;。了过]{0,6}(?:多大|多少|几)");

  private static final Pattern COMPANY =
      Pattern.compile("公司|贵司|你们|我司|\\b(?:the|your) (?:company|group|firm)\\b");

  /// In words.
  private static final int LONGEST_SEARCH = 4;

  private static final Pattern MEASURES =
      Pattern.compile("市值管理|措施|举措|如何(?:提升|提高|维护|看待|应对|回报|稳定)|怎么(?:提升|提高|维护|看待)|回购|增持|异动公告|估值水平");

  private IntentReader() {}

  /// @param text one part, self-contained
  /// @param periods resolved
  /// @param metrics that it names
  static Intent intent(
      String text,
      List<Cue> cues,
      List<ReportingPeriod> periods,
      List<Metric> metrics,
      PartContext context) {
    return new Sentence(text, cues, periods, metrics, context).intent();
  }

  private record Sentence(
      String text,
      List<Cue> cues,
      List<ReportingPeriod> periods,
      List<Metric> metrics,
      PartContext context) {

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
      if (asksForForecast()) {
        return Intent.OUTLOOK;
      }
      return isOffTopic() ? Intent.OTHER : Intent.FACT;
    }

    /// A price that a premise speaks of, a past price, and what the company does about its price
    /// are no questions for a price.
    private boolean asksForPrice() {
      return cues.stream()
              .filter(cue -> cue.kind() == PRICE)
              .anyMatch(cue -> Clauses.isAsking(text, cue.start()))
          && !MEASURES.matcher(text).find()
          && (periods.isEmpty() || lookAhead());
    }

    private boolean asksForForecast() {
      if (has(EXTRAPOLATION) || has(FORECAST_COMMENT)) {
        return true;
      }
      if (asksWhyItWas()
          || has(PAST_STATEMENT)
          || has(CALENDAR)
          || isPastInFutureWords()
          || speaksOfIndustry()) {
        return false;
      }
      return has(HYPOTHETICAL)
          || has(TARGET)
          || (asksWhetherItWill() && !isPlanAlone())
          || (aboutResults() && (lookAhead() || isModal() || predicts()))
          || (has(PLAN) && lookAhead() && asksAmount())
          || (isYetToBegin() && (asksAmount() || isModal() || predicts()))
          || EFFECT_TO_COME.matcher(text).find();
    }

    /// Asking to confirm a reported figure spreads no rumour.
    private boolean isHearsay() {
      return cues.stream()
          .filter(cue -> cue.kind() == RUMOUR)
          .anyMatch(cue -> !(cue.words().contains("确认") && hasMetric()));
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
      return hasMetric() || RESULT.matcher(text).find();
    }

    /// Whether some period has not ended by the as-of date.
    private boolean lookAhead() {
      return asksForBalance()
          ? isYetToBegin()
          : periods.stream().anyMatch(period -> !context.calendar().hasEnded(period));
    }

    private boolean isModal() {
      var matcher = MODAL.matcher(text);
      while (matcher.find()) {
        if (!Grammar.isPolite(text, matcher.start())) {
          return true;
        }
      }
      return false;
    }

    private boolean predicts() {
      return PREDICTION.matcher(text).find();
    }

    /// 1月的预测实现了吗: all its periods have ended, and it asks what became of it.
    private boolean isPastInFutureWords() {
      return !periods.isEmpty() && !lookAhead() && Grammar.looksBack(text) && !has(POSSIBILITY);
    }

    /// 会 asks what will be. 能 and 可以 may ask what can be done, which is a fact, unless it is a
    /// result or lies ahead.
    private boolean asksWhetherItWill() {
      return cues.stream()
          .filter(cue -> cue.kind() == POSSIBILITY)
          .anyMatch(cue ->
              !ABILITY.matcher(cue.words()).matches()
                  || aboutResults()
                  || lookAhead()
                  || has(FUTURE));
    }

    /// Whether some period has not begun by the as-of date.
    private boolean isYetToBegin() {
      return periods.stream().anyMatch(period -> !context.calendar().hasBegun(period));
    }

    /// What a company plans is published, when it will come about is not.
    private boolean isPlanAlone() {
      return has(PLAN) && !lookAhead() && !WHEN.matcher(text).find();
    }

    /// 为什么…却亏损了: the reason for what has happened.
    private boolean asksWhyItWas() {
      return WHY.matcher(text).find() && Grammar.looksBack(text) && !lookAhead();
    }

    private boolean asksAmount() {
      return text.contains("多少") || text.contains("how much");
    }

    private boolean speaksOfIndustry() {
      return INDUSTRY.matcher(text).find()
          && !hasMetric()
          && (!COMPANY.matcher(text).find() || text.contains("cited") || !has(POSSIBILITY));
    }

    /// Small talk, orders to the assistant, and what is neither a question nor about a company.
    private boolean isOffTopic() {
      return !hasMetric()
          && !namesCompany()
          && (has(SMALL_TALK) || has(INSTRUCTION) || isStatementInLatin());
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
