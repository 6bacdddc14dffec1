package onrecord.bot.finding;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tells sentences about the future from others, and whose view of it they state.
public final class Forward {

  private static final Pattern LOOKS_AHEAD =
      Pattern.compile(
          "预计|预期|预测|展望|有望|力争|期望|期待|目标|拟(?!合)|计划(?!二期|”|」)|规划|将(?!其|所|该)(会|要|继续|持续|于|在|进一步|积极|严格|深化|不断|逐步|加大|加快|通过|以|围绕|充分|深度|推动|达)|未来|明年|下一步|今后|\\b(will|expects?|expected|anticipates?|plans?|intends?|targets?|outlook|forecasts?|guidance)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THIRD_PARTY =
      Pattern.compile(
          "(根据|据)[^，。]{2,40}(发布|统计|数据|报告|预测|显示|测算|估计)|IDC|Gartner|弗若斯特|沙利文|研究院|研究所|研究中心|咨询(公司|机构)|协会|according to [A-Z]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DISCLAIMS =
      Pattern.compile(
          "不构成[^。]{0,30}(承诺|保证|预测)|存在不确定性|不确定性|注意投资风险|理性投资|前瞻性|forward-looking|no assurance",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERS =
      Pattern.compile("请[^。]{0,12}(关注|查阅|参见|参阅)[^。]{0,20}(报告|公告)|以[^。]{0,12}(报告|公告)为准");
  private static final Pattern DENIES =
      Pattern.compile("尚未|暂无|暂未|未曾|没有|不存在|并未|未与|无重大|不涉及|未开展|has not|no plan|does not");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?!\\d)");

  private Forward() {}

  /// The years that a sentence names.
  public static List<Integer> years(String sentence) {
    return YEAR.matcher(sentence).results().map(MatchResult::group).map(Integer::valueOf).toList();
  }

  /// Whether a sentence speaks of what is to come.
  public static boolean looksAhead(String sentence) {
    return LOOKS_AHEAD.matcher(sentence).find();
  }

  /// Whether a sentence about the future is a third party's estimate.
  public static boolean isThirdParty(String sentence) {
    return THIRD_PARTY.matcher(sentence).find();
  }

  /// Whether a sentence is a disclaimer or a risk notice.
  public static boolean disclaims(String sentence) {
    return DISCLAIMS.matcher(sentence).find();
  }

  /// Whether a sentence refers to reports or announcements.
  public static boolean refers(String sentence) {
    return REFERS.matcher(sentence).find();
  }

  /// Whether a sentence states that something is not, or not yet, so.
  public static boolean denies(String sentence) {
    return DENIES.matcher(sentence).find();
  }
}
