package onrecord.bot.reading;

import java.util.List;
import java.util.regex.Pattern;
import onrecord.prompts.Policy;
import onrecord.prompts.Policy.Cue;

/// The cues of what a text asks, without those that the words around them take back: 能否介绍 asks
/// politely, 大概是多少 is vague about an amount and not about whether it will come, 储能 and 发布会 hold no
/// verb.
final class CueReader {

  private static final Pattern HEDGE = Pattern.compile("(?:大概|大约|应该)(?:是|有)?(?:多少|几).*");

  /// 如果有 and 如果生产 suppose what is or is not so; only what would follow makes it a hypothesis.
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:如果|要是|若)(?!.*(?:会|将|(?<![产储功性节动])能|影响|怎么办|成功|失败|[涨跌贬翻]|升值|升到|降到|增至|减少|增加|增长|多出|缺口)).*");

  private static final Pattern NOUN_BEFORE_ABILITY = Pattern.compile(".*[储节性功智动势核热电光阳氢蓄职产才技赋]$");
  private static final Pattern NOUN_BEFORE_MEETING =
      Pattern.compile(".*(?:说明|股东大?|董事|监事|发布|交流|证监|保监|委员|座谈|论坛|研讨|推介|理事|协|工|学|机|社|峰)$");

  private final Policy policy;

  CueReader(Policy policy) {
    this.policy = policy;
  }

  /// The cues that count in a text that asks by its focus.
  List<Cue> cues(String text) {
    var focus = Focus.of(text);
    return policy.cues(text).stream()
        .filter(cue -> counts(focus, cue) && speaksForKind(text, cue))
        .toList();
  }

  /// What is told on the way asks nothing, but what a question supposes or is put under holds for
  /// it, in its own sentence or one before, and orders and offers hold wherever they stand.
  private static boolean counts(Focus focus, Cue cue) {
    return switch (cue.kind()) {
      case EXTRAPOLATION, UNDISCLOSED, INSTRUCTION, ADVICE -> true;
      case HYPOTHETICAL -> focus.follows(cue.start());
      case RUMOUR -> focus.governs(cue.start());
      case FACT,
          FUTURE,
          POSSIBILITY,
          TARGET,
          FORECAST_COMMENT,
          PAST_STATEMENT,
          PLAN,
          CALENDAR,
          PRICE,
          SMALL_TALK ->
          overlaps(focus, cue);
    };
  }

  private static boolean overlaps(Focus focus, Cue cue) {
    return focus.asking().stream().anyMatch(asking -> asking.overlaps(cue.start(), cue.end()));
  }

  private static boolean speaksForKind(String text, Cue cue) {
    var before = text.substring(0, cue.start());
    return switch (cue.kind()) {
      case POSSIBILITY ->
          !HEDGE.matcher(cue.words()).matches()
              && !Grammar.isPolite(text, cue.start())
              && !isNoun(before, cue.words());
      case HYPOTHETICAL ->
          !CONDITION.matcher(cue.words()).matches()
              && !(cue.words().startsWith("要是") && before.endsWith("主"));
      case EXTRAPOLATION -> !text.startsWith("过", cue.end()) && !text.startsWith("公告", cue.end());
      case FACT,
          FUTURE,
          TARGET,
          FORECAST_COMMENT,
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

  private static boolean isNoun(String before, String words) {
    return (words.startsWith("能") && NOUN_BEFORE_ABILITY.matcher(before).matches())
        || (words.startsWith("会") && NOUN_BEFORE_MEETING.matcher(before).matches());
  }
}
