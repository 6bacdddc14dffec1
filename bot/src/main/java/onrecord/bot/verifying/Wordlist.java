package onrecord.bot.verifying;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.verifying.Token.Kind;

/// The words of the language that matter to whether two sentences say the same: those that turn a
/// meaning, and those that add nothing to one.
final class Wordlist {

  /// Words within which a turning word turns nothing, since nothing is left without it.
  static final Pattern SET_PHRASES =
      Pattern.compile("未来|不断|不仅|不但|无形资产|不动产|不锈钢|无锡|无线|无人|如下|例如|其中|可能性");

  static final Map<Kind, Pattern> TURNS =
      Map.of(
          Kind.UP,
          turns(
              "增长|增加|上升|提升|提高|上涨|扩大|升高|增至|升至|高于|增幅|涨幅|扭亏",
              "increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owth)|r(?:ose|ise|ises|isen)|up|higher|improv(?:ed|ement)|gain(?:ed)?"),
          Kind.DOWN,
          turns(
              "下降|减少|下滑|降低|回落|下跌|收窄|缩小|降至|减至|低于|降幅|跌幅",
              "decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|f(?:ell|all|alls|allen)|down|lower|dropped|reduc(?:ed|tion)"),
          Kind.GAIN,
          turns("盈利|盈余|为盈", "profitable"),
          Kind.LOSS,
          turns("亏损|亏", "loss(?:es)?"),
          Kind.NOT,
          turns("没有|[未无没不非否]", "not|no|never|none|neither|nor|without|cannot|non|\\w+n't"),
          Kind.HEDGE,
          turns(
              "传闻|传言|将(?!其|所|该|上述)|据传|据称|据悉|网传|听说|可能|或许|或将|(?<![模虚比])拟(?!合|人)|计划|预计|预期|期望|有望|力争|争取|如果|若(?!干)|假设|假如|假定|除非|一旦"
                  + "|尚待|有待|尚需|尚须|认为|质疑|谣|涉嫌|应当|应该|需要|必须|或者|或",
              "may|might|could|would|should|must|expect(?:s|ed)?|anticipat(?:e|es|ed)|plan(?:s|ned)?|intend(?:s|ed)?|estimat(?:e|es|ed)"
                  + "|believ(?:e|es|ed)|alleg(?:ed|edly)|rumou?r(?:s|ed)?|reportedly|if|unless|subject|potential(?:ly)?|possibl[ey]|or"),
          Kind.LIMIT,
          turns(
              "大部分|部分|个别|少数|多数|主要|基本|仅|只有|只能|除.{1,20}外|全部|所有|均|唯一|首(?:次|个|家|款|批|创)",
              "only|some|certain|partly|mainly|primarily|mostly|except|excluding|all|every|sole|first|most"),
          Kind.YEAR_ON_YEAR,
          turns(
              "同比|较上年同期|比上年同期|与上年同期相比|较去年同期|比去年同期",
              "year[- ]on[- ]year|year[- ]over[- ]year|yoy|compared (?:with|to) the same period (?:of|in) the (?:previous|prior) year"),
          Kind.PERIOD_ON_PERIOD,
          turns("环比", "quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|qoq"),
          Kind.RESPECTIVELY,
          turns("分别|依次", "respectively"));

  /// Words that may be added or left out.
  private static final Set<String> SILENT =
      words(
          """
          公司 本公司 集团 本集团 根据 依据 按照 报告 年度报告 半年度报告 季度报告 年报 半年报 中报 季报 公告 披露 显示 数据 其中 实现 取得
          达到 达 完成 录得 为 是 系 即 共 共计 合计 累计 总计 的 了 在 于 由 与 和 及 以及 并 并且 且 也 已 已经 曾 对 对于 关于 从 至 到 以 而
          等 所 之 该 此 其 这 截至 截止 期间 报告期 报告期内 期内 内 方面 情况 相关 有关 同时 此外 另外 目前 当前 现 金额
          数额 数值 有 来自 进行 作为 属于 如下 说明 表示 介绍 称 指出 我们 人民币 元 额 约 上 中 年 度 较 比 相比 幅度
          总额 规模 个 家 人 名 位
          the a an of in on at for to from by with and as its it this that these those was were is are be been being had has have which
          who company company's group group's corporation during period ended amounted amount recorded record reported report achieved
          achieve totaled totalled total stood reached reach came according annual quarterly interim disclosed disclose rmb cny yuan us
          compared compar than there their we our s
          """);

  /// How many characters a silent word has at most.
  static final int LONGEST = 8;

  private Wordlist() {}

  static boolean isSilent(String word) {
    return SILENT.contains(word);
  }

  private static Pattern turns(String chinese, String english) {
    return Pattern.compile(chinese + "|\\b(?:" + english + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }
}
