package onrecord.bot.reading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Reading.Aspect;

/// Reads what is asked of a subject.
final class AspectReader {

  private static final Map<Aspect, Pattern> WORDINGS = wordings();

  private static final Pattern AMOUNT = Pattern.compile("多少|多大|多高|\\bhow (?:much|many)\\b");

  private AspectReader() {}

  private static Map<Aspect, Pattern> wordings() {
    var wordings = new EnumMap<Aspect, Pattern>(Aspect.class);
    put(
        wordings,
        Aspect.VALUE,
        "(?<!(?:增长|增加|下降|减少|下滑|增|降)(?:了|率|率是|率为)?)(?<!(?:同比|环比|增速|增幅)(?:是|为|有|大概|大约)?)(?:多少|多大|多高)|几[个家名位股元人户成倍]|数额|金额|规模|\\bhow (?:much|many|large|big|high)\\b");
    put(
        wordings,
        Aspect.YEAR_ON_YEAR,
        "同比|(?:比|较|相比|与|跟)(?:去年|上年|上一年)(?!末|底)|(?<!复合)(?<!复合年)(?<!复合年均)(?:增速|增长率|增幅)|(?<!环比)(?:增长|下降)(?:了)?(?:多少|几)|"
            + "year[- ]on[- ]year|year[- ]over[- ]year|\\byoy\\b|\\bgrowth\\b|\\bgrow\\b|\\bgrew\\b");
    put(
        wordings,
        Aspect.PERIOD_ON_PERIOD,
        "环比|(?:比|较)上(?:个|一)?(?:季|月)|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|\\bqoq\\b|sequential");
    put(
        wordings,
        Aspect.REASON,
        "为什么|为何|为啥|原因|咋会|怎么(?:会|又|就|还|这么)|因为什么|什么导致|\\bwhy\\b|\\breasons?\\b|what (?:caused|drove)");
    put(
        wordings,
        Aspect.DEFINITION,
        "什么是|是什么(?:意思|概念|东西)|定义|含义|什么叫|啥是|指什么|指的是|口径|\\bdefin|what (?:is|are) (?:a|an|meant)\\b|\\bmeaning\\b");
    put(
        wordings,
        Aspect.WHO,
        "谁|哪家|哪位|哪个(?:公司|机构|人|单位)|叫什么|\\bwho\\b|\\bwhom\\b|which (?:company|firm|bank|auditor)");
    put(
        wordings,
        Aspect.WHEN,
        "什么时候|何时|啥时候?|哪天|哪一天|哪年|几号|几月|多久|时间|日期|\\bwhen\\b|what (?:date|day|time)");
    put(
        wordings,
        Aspect.WHERE,
        "哪里|哪儿|在哪|何处|何地|地址|哪个(?:平台|地方|城市|网站)|什么地方|\\bwhere\\b|\\baddress\\b");
    put(
        wordings,
        Aspect.LIST,
        "哪些|哪几|几[种类款条]|有什么|分别|都有|列出|哪(?:种|类)|\\blist\\b|what are the|which (?:ones|of)|how many kinds");
    put(
        wordings,
        Aspect.YES_NO,
        "吗|是否|有无|会否|能否|可否|有没有|是不是|(.)不\\1|(?<![什怎那这多])么(?=$|[?,。])|(?:了没|没有)(?=$|[?。])|"
            + "^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\\b");
    put(
        wordings,
        Aspect.RANKING,
        "最[高低大小多少快慢好差]|(?:哪|谁).{0,6}[更高低大多快](?:$|[?,。些])|第一大|"
            + "\\b(?:highest|lowest|largest|smallest|biggest|fastest|most|least)\\b|which .*(?:higher|lower|larger|more)");
    return wordings;
  }

  private static void put(Map<Aspect, Pattern> wordings, Aspect aspect, String pattern) {
    wordings.put(aspect, Pattern.compile(pattern));
  }

  static Set<Aspect> aspects(String text) {
    var aspects = EnumSet.noneOf(Aspect.class);
    WORDINGS.forEach((aspect, pattern) -> {
      if (pattern.matcher(text).find()) {
        aspects.add(aspect);
      }
    });
    if (aspects.isEmpty() && AMOUNT.matcher(text).find()) {
      aspects.add(Aspect.VALUE);
    }
    if (aspects.contains(Aspect.LIST)) {
      aspects.remove(Aspect.DEFINITION);
    }
    return aspects;
  }
}
