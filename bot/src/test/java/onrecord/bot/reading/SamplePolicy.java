package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.prompts.Policy;

/// A few cues of each kind.
final class SamplePolicy implements Policy {

  private static final Map<Kind, Pattern> WORDINGS =
      Map.ofEntries(
          cue(Kind.FUTURE, "未来|明年|后年|将来|今后|以后|预计|预期|\\bwill\\b|next year|expect"),
          cue(
              Kind.POSSIBILITY,
              "能否|会不会|能不能|能做到|什么时候能|啥时候能|何时能|什么时候可以|有没有可能|有望|还有多远|会.{0,8}吗|能.{0,10}吗|plausible|is it possible"),
          cue(Kind.HYPOTHETICAL, "假如|如果|假设|what if|\\bif\\b"),
          cue(Kind.EXTRAPOLATION, "推算|按.{0,12}增速|除以\\d+乘以\\d+|年化|annualis"),
          cue(Kind.TARGET, "目标(?!价)|指引|guidance"),
          cue(Kind.FORECAST_COMMENT, "是不是承诺|是否认可.{0,6}预测|你给的预测|best estimate"),
          cue(Kind.PAST_STATEMENT, "怎么回答的|公司说过|当时.{0,4}回答|说过"),
          cue(Kind.PLAN, "打算|计划|规划|经营计划|plan to"),
          cue(Kind.CALENDAR, "报.{0,3}(?:什么时候|何时|哪天)(?:出|发|披露|公布)|when will .{0,20}report"),
          cue(Kind.UNDISCLOSED, "提前透露|还没公告|内部消息|偷偷告诉|内幕"),
          cue(Kind.RUMOUR, "据传|听说|网传|是不是要被"),
          cue(Kind.PRICE, "股价|市值|目标价|大盘|share price"),
          cue(Kind.ADVICE, "买入|加仓|割肉|能不能买|抄底|值得投资|should i (?:buy|sell)"),
          cue(Kind.INSTRUCTION, "忽略.{0,6}规则|以json输出|写小说|写一首|ignore your instructions"),
          cue(Kind.SMALL_TALK, "^你好.?$|天气|笑话|^谢谢|你是什么模型|^hello"));

  private static Map.Entry<Kind, Pattern> cue(Kind kind, String wording) {
    return Map.entry(kind, Pattern.compile(wording));
  }

  @Override
  public List<Cue> cues(String text) {
    var cues = new ArrayList<Cue>();
    WORDINGS.forEach((kind, pattern) ->
        pattern
            .matcher(text)
            .results()
            .forEach(found -> cues.add(new Cue(kind, found.group(), found.start(), found.end()))));
    cues.sort(Comparator.comparingInt(Cue::start));
    return cues;
  }

  @Override
  public List<Example> examples() {
    return List.of();
  }
}
