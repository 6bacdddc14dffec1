package onrecord.bot.reading;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what a question is about once periods, metrics and the issuer's names are taken away: what
/// is left between the words that only ask.
final class SubjectReader {

  /// Words that only ask, point or join; a name does not hold them.
  private static final Pattern FUNCTION_WORDS =
      Pattern.compile(
          "请问|请教|确认一?下?|打算|分别|这么多?|那么多?|以及|并且|同时|或者|还是|有(?![限色机效关利息价无望])|麻烦|想问|告诉我|告知|帮我|帮忙|给我|介绍|说明一?下|说一下|一下|董秘|您好|你好|尊敬的|谢谢|"
              + "贵公司|我公司|本公司|该公司|这家?公司|(?<!子|母)公司|贵司|我司|你们|我们|[你您咱]|我(?!国|校|县|市|省)|"
              + "是?什么时候|哪一?[天年月日]|如果|假如|要是|算算|算一算|算一下|计算|是多少|有多少|多少|百分之几|是什么|什么样|什么|为什么|为何|怎么样|怎么|怎样|如何|哪些|哪里|哪家|哪个|哪位|哪[条种类项]|哪|谁|何时|啥时候|啥|几[个家种]?|"
              + "多大|多高|有没有|是不是|会不会|能不能|能否|是否|可否|有无|会否|[吗呢吧啊呀嘛]|"
              + "大概|大约|具体|目前|现在|当前|现阶段|截至|截止|报告期|其中|涉及|关于|对于|根据|按照|加起来|[两三四五六][项块条]|"
              + "多[长久远]|(?:会计|财政|财务)年度|财年|"
              + "有?人[说讲问传猜]|最终|最后|然后|后来|事后|出来|做到|达到|超过|突破|实现(?!方式|路径)|完成|先不说|只想|"
              + "(?:增减|涨跌|升降|增长|变动|变化|是增是减|是升是降|是涨是跌)的?(?:变动|幅度|百分比|百分率|比率|比例|情况)?|幅度|百分比|百分之|"
              + "同比|环比|增速|增幅|增长率|增长|下降|下滑|提高|提升|减少|增加|变动|变化|占比|比例|比重|金额|数值|余额|合计|总共|一共|总计|"
              + "预[计测期估]|推算|展望|有望|估计|当初|当年|究竟|几何|实际数?|后来|(?:[一两二三几\\d]年前)?(?:大家|市场|外界)猜测?的?|落在|未来|将来|今后|以后|单季度?|当季|继续|已经|可以|"
              + "(?<!第)(?:\\d[\\d.]*|[一二两三四五六七八九十百千几]{1,5})(?:万亿|[百十千]?亿|[百十千]万|万)(?:元|块钱?)?(?:以[上内下]|左右|大关)?|"
              + "万元|亿元|(?<![一-龥])元|人民币|表示|这个?|那个?|它们|其它|其他|[的了是]|(?:19|20)\\d{2}(?:年度?)?|"
              + "\\b(?:what|which|who|when|where|why|how|much|many|is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|should|may|might|"
              + "the|a|an|of|in|for|on|at|by|to|from|as|and|or|with|about|its|it|your|you|our|we|their|this|that|these|those|there|"
              + "company|please|tell|me|us|give|show|list|value|amount|figure|number|total|growth|grow|grew|fall|fell|rise|rose|increase|decrease|guidance|next|last|now|hello|if|year|quarter|period|reported|report)\\b|"
              + "'s\\b|[\\s,，。.?？!！;；:：、()（）\"'“”《》\\[\\]{}/…~—\\-]+");

  /// Particles that stand before or after a name, and also within names.
  private static final Pattern EDGES =
      Pattern.compile(
          "^(?:会(?![计议员展])|[请就占比和与及跟或被把从到向对所个多在有为将能要想还也都才又再用该此它其那这每按以于由])+|"
              + "[占比和与及跟或以在有将能要于个所里中各等也都还就只按向对到从被把用]+$|(?<![明大事员协机社工商开峰布流监谈坛宴学集际发证])会$");

  private static final Set<String> ADVERBS =
      Set.of(
          "实际", "真正", "最终", "到底", "究竟", "一般", "主要", "全部", "整体", "每年", "每月", "平均", "情况", "如下", "东西",
          "数据", "数字", "结果", "披露", "公布", "发布", "召开");

  private SubjectReader() {}

  /// Without the particles at its edges. A name keeps a character that is no word of its own: 能 in
  /// 云舟智能.
  private static String bare(String words) {
    var bare = EDGES.matcher(words).replaceAll("");
    var cut = words.startsWith(bare) ? words.substring(bare.length()) : "";
    return cut.length() == 1 && isPartOfWord(words, cut) ? words : bare;
  }

  private static boolean isPartOfWord(String words, String ending) {
    var last = Script.words(words).getLast();
    return last.length() > 1 && last.endsWith(ending);
  }

  /// The remaining words in order, separated by a space; empty where nothing remains.
  static String subject(String text, List<Stretch> known) {
    var blanked = new StringBuilder(text);
    for (var stretch : known) {
      for (var i = stretch.start(); i < stretch.end(); i++) {
        blanked.setCharAt(i, ' ');
      }
    }
    return Stream.of(FUNCTION_WORDS.split(blanked))
        .map(words -> bare(words.strip()))
        .filter(word -> word.length() > 1 && !ADVERBS.contains(word))
        .collect(Collectors.joining(" "));
  }
}
