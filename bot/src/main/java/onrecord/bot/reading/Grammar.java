package onrecord.bot.reading;

import java.util.regex.Pattern;

/// The forms of Chinese and English sentences that tell what is asked, apart from what about. Texts
/// are in normal spelling.
final class Grammar {

  private static final Pattern INTERROGATIVE =
      Pattern.compile(
          "多少|多大|多高|多长|多久|多远|(?<![未来近前这后去十好])几[个家种类成倍月年名位次条款号股元%]|什么|啥|哪|谁|何时|何处|何种|何人|有何|如何|怎么|怎样|咋|为何|"
              + "是否|能否|可否|会否|有无|有没有|(.)不\\1|[吗么呢](?=$|[?,。!;])|(?<![差对要])不(?=$|[?])|吧(?=$|[?])|"
              + "\\b(?:what|which|who|whom|whose|when|where|why|how)\\b|"
              + "(?:^\\s*|[,;] ?|\\band |\\bbut )(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might)\\b");

  private static final Pattern REQUEST =
      Pattern.compile(
          "^(?:请(?!问|教)|麻烦|帮|告诉|算|预测|推算|介绍|说明|列出|给出|提供|重复)|帮我|告诉我|给我|"
              + "^(?:please|tell|give|show|list|explain|describe|calculate|estimate|forecast|predict)\\b");

  private static final Pattern LEAD_IN =
      Pattern.compile("请问一?下?|请教一?下?|想问一?下?|想了解一?下?|想知道|问一?下(?!子)|求证|(?<!\\d)[:：](?!//)");

  /// Introduces what a question rests on.
  private static final Pattern PREMISE =
      Pattern.compile(
          "^(?:(?:年初|此前|之前|当时|早前|早先|原先|有人|大家|市场|外界|网上|分析师|券商)[^,?]*(?:预测|预计|预期|估计|猜测?|传|说|认为)|按照?|根据|依据|基于|鉴于|假如|假设|假定|如果|若|倘若|要是|由于|因为|随着|既然|虽然|尽管|对于|关于|就|"
              + "(?:given|assuming|suppose|if|since|because|although|as|based on|according to|regarding|with)\\b)");

  private static final Pattern POLITE =
      Pattern.compile(
          "(?:能否|能不能|可否|可不可以|是否可以|可以|能)(?:[把将对就][^,。?!]{1,16}|请|帮|给|为|再|详细|具体|简单|麻烦[您你]?|劳烦[您你]?|大致|向|跟|和)*(?:我|我们|大家|投资者|股东)?"
              + "(?:详细|具体|简单|大致|先)?(?:介绍|说明|说说|说一|说下|说句|讲下|聊|告诉|告知|解释|列|提供|讲|谈|分享|公布|解答|回复|回答|科普|阐述|描述|查|看看|"
              + "公开|披露|透露|分析|公示|发(?![展布生放行动])|明示|理解|认为|回应|澄清|明确)|"
              + "\\b(?:can|could|would|will) you (?:please )?(?:tell|explain|describe|share|give|provide|clarify|list|say|elaborate|point|send|show|let|walk|remind|confirm)|\\b(?:would|is) it (?:be )?possible to (?:get|see|have|obtain|know|find|share|receive|view)");

  private static final Pattern PAST =
      Pattern.compile(
          "(?<![除为极算罢不])了(?![解却断])|过[吗多]|上[次回]|已经?|曾|当时|被(?!动)|显示|形成的?|导致|最终|最后(?:实际|是|做|完成|结果)|实际(?:披露|公布|是|做|完成|数)|披露的|公布的|为什么|为何|为啥|怎么回事|原因|[上下]升还是[上下]降|增还是减|"
              + "\\b(?:did|was|were|has|have|had|earned|reported|grew|fell|lost|made|recorded|spent|paid)\\b");

  private static final Pattern SUPPOSITION = Pattern.compile("^\\s*(?:what )?if\\b");

  private static final Pattern TODAY =
      Pattern.compile("目前|现在|当前|现阶段|如今|最新|\\b(?:now|currently|today)\\b");

  private static final Pattern WHY = Pattern.compile("为什么|为何|为啥|原因|怎么回事|\\bwhy\\b");

  private static final Pattern WHEN_TO_COME =
      Pattern.compile(
          "(?:什么时[候间]|何[时日]|啥时候|几时|哪一?[天年]|几号|几月)[^的了过]*$|\\bwhen (?:will|is|are|do|does)\\b");

  private static final Pattern COURSE =
      Pattern.compile("怎么样|怎样|如何|咋样|好不好|好吗|\\bhow (?:is|are|was|were|did)\\b");

  private static final Pattern UP_TO_TODAY =
      Pattern.compile(
          "(?:截[至止到]|到)(?:目前|现在|当前|如今|今[天日])|目前为止|迄今|\\b(?:so far|to date|as of (?:now|today))\\b");

  private static final Pattern BASE =
      Pattern.compile(
          "(?:比|较|相比|相较于?|对比|按照?|根据|基于|than|compared (?:to|with)|versus|vs\\.?|based on)\\s*$");

  private Grammar() {}

  /// Whether a clause asks or requests something by its form.
  static boolean asks(String clause) {
    return INTERROGATIVE.matcher(clause).find() || REQUEST.matcher(clause).find();
  }

  /// How far the words go that introduce a question; 0 where none do.
  static int leadIn(String clause) {
    var matcher = LEAD_IN.matcher(clause);
    var end = 0;
    while (matcher.find()) {
      end = matcher.end();
    }
    return clause.substring(end).isBlank() ? 0 : end;
  }

  /// Whether a clause is a request without a question: 请确认一下.
  static boolean isRequest(String clause) {
    return REQUEST.matcher(clause).find() && !INTERROGATIVE.matcher(clause).find();
  }

  static boolean isPremise(String clause) {
    return PREMISE.matcher(clause).find();
  }

  /// Whether 能否 and the like ask for an answer, not for what may come about.
  static boolean isPolite(String text, int start) {
    var matcher = POLITE.matcher(text);
    while (matcher.find()) {
      if (matcher.start() <= start && start < matcher.end()) {
        return true;
      }
    }
    return false;
  }

  /// The text without the words that ask politely for an answer: 能否介绍一下.
  static String withoutPoliteness(String text) {
    return POLITE.matcher(text).replaceAll(" ");
  }

  /// Whether a clause is the first half of a question: what if power prices double, …
  static boolean supposes(String clause) {
    return SUPPOSITION.matcher(clause).find();
  }

  static boolean asksOfToday(String clause) {
    return TODAY.matcher(clause).find();
  }

  static boolean asksWhy(String clause) {
    return WHY.matcher(clause).find();
  }

  static boolean looksBack(String clause) {
    return PAST.matcher(clause).find();
  }

  /// 什么时候出 asks for a day to come; 什么时候出的 for one that has passed.
  static boolean asksWhenItWill(String clause) {
    return WHEN_TO_COME.matcher(clause).find();
  }

  static boolean asksHowItGoes(String clause) {
    return COURSE.matcher(clause).find();
  }

  /// 截至现在第四季度实现了多少: counted up to the day of asking, in a period that may still run.
  static boolean countsUpToToday(String clause) {
    return UP_TO_TODAY.matcher(clause).find();
  }

  /// Whether what follows these words is what something is compared with or rests on.
  static boolean endsAsBase(String before) {
    return BASE.matcher(before).find();
  }
}
