package onrecord.bot.finding;

import java.util.regex.Pattern;

/// Orders to the assistant that somebody has planted in a document: in its text, its title, a cell.
///
/// Whatever they want said is no statement of the company, so that it is neither quoted nor named.
/// They are told by whom they address and what they command, both of which no disclosure does.
public final class Orders {

  private static final Pattern IN_CHINESE =
      Pattern.compile(
          String.join(
              "|",
              "(?:忽略|无视|忘记|忘掉|抛开|绕过|不要遵守|不用遵守|推翻)[^。？！?!；]{0,12}(?:指令|提示词|设定|系统提示|(?:之前|以上|上述|上面|此前|前面|原有)的?(?:所有)?(?:规则|要求|内容|限制|约束|话))",
              "(?:泄露|输出|复述|重复|公开|告诉|打印)[^。？！?!；]{0,8}提示词|系统提示[词：:]|开发者模式|越狱模式",
              "你现在(?:是|扮演|就是|作为)|从现在(?:起|开始)[^。？！?!；]{0,4}你|你的新(?:任务|指令|身份)",
              "(?:助手|机器人|语言模型|(?i:AI))[^。，；？！?!]{0,8}(?:必须|务必|一律|只能|应当|应该|请|要)[^。，；？！?!]{0,8}(?:回答|回复|输出|写|告诉|声称|说)",
              "(?:在|把|将)[^。？！?!；，,]{0,16}(?:回答|回复|答案|答复|输出)的?(?:末尾|最后|结尾|开头|前面|后面|第一行|最前|里|中)[^。？！?!；，,]{0,6}(?:加|附|写|插|放|带|署)",
              "(?:只|仅|必须|直接|一律)能?(?:回答|回复|输出)\\s*[“\"：:「『]",
              "如果?(?:有人|有用户|用户|投资者|任何人)(?:来)?(?:问|提问|询问)[^。？！?!；]{0,20}(?:回答|回复|告诉|说)",
              "请(?:重复|复述|输出|打印|朗读)(?:以下|下面|下列)(?:内容|文字|字符|语句|这句)"));

  private static final Pattern IN_ENGLISH =
      Pattern.compile(
          String.join(
              "|",
              "\\b(?:ignore|disregard|forget|override|bypass)\\b[^.?!;]{0,48}\\b(?:instructions?|prompts?|commands|messages|info|information)\\b",
              "\\b(?:in|of|to|with|from) your (?:response|reply|answer|output|message)s?\\b|\\byour (?:new|real|only) (?:task|instructions?|directive|mission|job)\\b",
              "\\byou are now\\b|\\bsystem prompt\\b|\\bdeveloper mode\\b|\\bjailbreak\\b|<end of session>|\\bnew instructions?\\b",
              "\\b(?:respond|reply|answer) (?:only|just|strictly|simply|exactly) (?:with|in|by)\\b|\\b(?:respond|reply|answer) with (?:only\\b|exactly\\b|the (?:following|word|phrase|text|string)\\b)",
              "\\bif (?:the |a |an |any )?(?:user|investor|reader|someone|anyone)s? asks?\\b",
              "\\b(?:assistant|chat ?bot|language model|ai)s? (?:must|should|shall|has to|is to|needs? to|will now)\\b|\\bassistant:",
              "\\bfocus (?:only|exclusively) on (?:the )?(?:following )?information\\b",
              "\\b(?:repeat|print|output|echo|say) (?:the (?:following|word|words|phrase|string|sequence|sentence)|exactly|verbatim)\\b",
              "<script|<svg|<img|\\bon(?:error|load)\\s?=|javascript:|!\\[[^\\]]{0,80}\\]\\("),
          Pattern.CASE_INSENSITIVE);

  /// What stands before something that is added: brackets, quotation marks, dashes.
  private static final String OPENS = " \u3000\t\n（(【[《<“\"'、，,。.；;：:—-*!";

  private Orders() {}

  /// Whether a text gives any.
  public static boolean areIn(String text) {
    return IN_CHINESE.matcher(text).find() || IN_ENGLISH.matcher(text).find();
  }

  /// A text up to where they begin.
  public static String cutFrom(String text) {
    var chinese = IN_CHINESE.matcher(text);
    var english = IN_ENGLISH.matcher(text);
    if (!areIn(text)) {
      return text;
    }
    int end = text.length();
    end = chinese.find() ? chinese.start() : end;
    end = english.find() ? Math.min(end, english.start()) : end;
    while (end > 0 && OPENS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
