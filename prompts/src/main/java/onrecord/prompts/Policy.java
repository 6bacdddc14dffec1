package onrecord.prompts;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may not be said, as far as wording tells it: cues, wordings and labelled examples that the
/// IR team edits. The reporting horizon, which needs no wording, comes before it.
///
/// Texts are simplified Chinese or English.
public interface Policy {

  /// The cues that stand in a text, in order of position.
  List<Cue> cues(String text);

  /// Whether a text is worded so.
  boolean has(Trait trait, String text);

  /// Names of companies other than the issuer, for whose figures people ask by mistake.
  Set<String> companies();

  /// What people call an issuer besides the names in its disclosures, by its securities code.
  Map<String, List<String>> nicknames();

  /// Questions with the class that people gave them, against which others are compared.
  List<Example> examples();

  /// How near is near enough.
  Thresholds thresholds();

  /// What wordings have told of questions about what is to come, as learnt from labelled ones.
  Leaning leaning();

  /// How much each trace of a question's wording speaks for (above 0) or against (below) its asking
  /// about what is to come, in logits.
  ///
  /// @param start where a question without any known trace stands
  /// @param weights by trace
  record Leaning(double start, Map<String, Double> weights) {

    public Leaning {
      weights = Map.copyOf(weights);
    }
  }

  /// From which degrees on a likeness or a share decides; 0 to 1.
  ///
  /// @param likeStricter at which likeness to an example a question is held to be of its class,
  ///   where that says less than its wording would allow
  /// @param likeLooser the same where that says more, or something else
  /// @param leansUnanswered from which leaning on a question that nothing answers is deferred
  /// @param leansAnswered from which leaning on one is deferred that could be answered
  record Thresholds(
      double likeStricter, double likeLooser, double leansUnanswered, double leansAnswered) {}

  /// Words that speak for a class.
  ///
  /// @param kind the class
  /// @param words as they stand in the text
  /// @param start offset in the text
  /// @param end offset after them
  record Cue(Kind kind, String words, int start, int end) {}

  /// A labelled question.
  record Example(String text, Kind kind) {}

  /// What a wording speaks for.
  enum Kind {
    /// The future as such: 预计, 明年, 将来, will, next year. Alone it defers nothing.
    FUTURE,
    /// Asks whether or when a result will come about: 能否, 会不会, 什么时候能, is it possible.
    POSSIBILITY,
    /// 假如, 如果…会, what if.
    HYPOTHETICAL,
    /// Continue a trend, annualise, apply a rate: 按…增速推算, 除以3乘以4.
    EXTRAPOLATION,
    /// An internal or undisclosed target, or guidance.
    TARGET,
    /// Confirm, deny or comment on somebody's forecast.
    FORECAST_COMMENT,
    /// What the company has said or published about something: 怎么回答的, 公司说过.
    PAST_STATEMENT,
    /// Published plans: 经营计划, 打算如何.
    PLAN,
    /// When a report will be or was published, a meeting held.
    CALENDAR,
    /// Not yet published material information: 提前透露, 内部消息, 还没公告.
    UNDISCLOSED,
    /// Hearsay: 据传, 听说, 网传, 是不是要被.
    RUMOUR,
    /// The share price or market value.
    PRICE,
    /// What to do with shares: 买入, 加仓, should I buy.
    ADVICE,
    /// Orders to the assistant: 忽略规则, 以JSON输出, role-play.
    INSTRUCTION,
    /// Greetings, thanks, jokes, weather, what the assistant is.
    SMALL_TALK,
    /// Asks for something disclosed. Examples speak for it and no cue: against them the other
    /// classes are told apart.
    FACT
  }

  /// What a wording tells of a question, or of a sentence of a disclosure, beside its class.
  enum Trait {
    /// A question: speaks of what the business brings and takes: 业绩, 订单, 成本.
    RESULTS,
    /// Speaks of what is added up at the end of a period and reported then: 业绩, 盈利, 收入.
    EARNINGS,
    /// Speaks of an event, which announcements state too: 交付, 收购, 投产.
    EVENTS,
    /// Asks what will be by its verb: 会, 能够, 有望, will.
    MODAL,
    /// Looks ahead, so that a period without a year is the next one: 会, 将, 估计, will.
    AHEAD,
    /// Wants to be assured or to judge what is not known yet: 稳了吧, 办得到吗, 别爆雷.
    ASSURANCE,
    /// Was once expected: 预计, 有望. Of a period that is reported it asks for no forecast.
    EXPECTED,
    /// Asks what an event yet to happen will do: 通车后对客流影响多大.
    EFFECT,
    /// Asks for an estimate by its noun: 预测, 指引, guidance.
    ESTIMATE,
    /// Speaks of a market or industry, or of a third party that estimates it.
    MARKET,
    /// Asks for the price that a share will or ought to have.
    PRICE_TARGET,
    /// Asks what the company does about its price: 市值管理, 稳定股价.
    PRICE_MEASURES,
    /// Speaks of accounting, in whose words the future is a term: 预期信用损失, 预计负债.
    ACCOUNTING,
    /// Wishes or suggests something and asks nothing: 希望公司, 建议.
    WISH,
    /// A sentence of a disclosure: speaks of what is to come.
    LOOKS_AHEAD,
    /// States a third party's estimate.
    THIRD_PARTY,
    /// Is a disclaimer or a risk notice.
    DISCLAIMS,
    /// Refers to reports or announcements.
    REFERS,
    /// States that something is not, or not yet, so.
    DENIES
  }
}
