package onrecord.bot.reading;

import java.util.regex.Pattern;

/// The words around a question that are only polite: 尊敬的董秘，您好！想请教一下…盼复，谢谢！ They ask nothing, and
/// what stands in them is not what is asked about.
final class Courtesy {

  private static final String GAP = "[\\s,，。.!！~～:：;；、…]*";

  private static final String PERSON =
      "董事会秘书|董秘|证券事务代表|证代|领导|管理层|秘书|老师|先生|女士|工作人员|小编|各位|朋友们?|大家|团队";

  private static final String SALUTATION =
      "(?:(?:尊敬的|亲爱的|敬爱的)(?:贵司|贵公司|公司)?(?:"
          + PERSON
          + "|公司)*(?:您好|你好|好)?|(?:贵司|贵公司|公司)?(?:"
          + PERSON
          + ")+(?:们)?(?:您好|你好|好|(?=[,，!！:：\\s]))|您好呀?|你好呀?|大家好|(?:早上|上午|中午|下午|晚上)好"
          + "|请?(?:您|你)?[^,，。?!]{0,6}(?:原谅|见谅|谅解|包涵|海涵)[^,，。?!]{0,8}(?=[,，。!])|恕我[^,，。?!]{0,6}(?=[,，。!])|打扰(?:一下|了|您了?)|不好意思|冒昧(?:问|请教)?一?下?|辛苦了"
          + "|(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|ir team|sir|madam|sirs?(?: or madam)?|board secretary|secretary|investor relations))?(?=\\s*[,!.:]))";

  /// What says that a question follows.
  private static final String ANNOUNCEMENT =
      "(?:我|本人|小散|投资者)?(?:(?:很|非常|就|只)?(?:想|想要|希望|打算)(?:能|可以)?(?:向(?:您|贵司|贵公司|公司|董秘|你们))?"
          + "(?:请教|请问|咨询|了解|知道|问|打听|确认|核实|弄清楚?)(?:清楚)?(?!题|询|到|过)(?:一下(?!子)|下(?=[^半一个属降跌滑调游发]))?(?:您|你们)?"
          + "|(?:请问|请教|敢问|借问)(?:一下(?!子)|下(?=[^半一个属降跌滑调游发]))?(?:您|你们)?"
          + "|(?:咨询|了解|打听|请教|问)(?:一下(?!子)|下(?=[^半一个属降跌滑调游发]))"
          + "|(?:会不会|能不能|可不可以)?(?:太|很)?(?:麻烦|打扰)(?:您|你们?)(?:了|一下)?(?=[,，])"
          + "|(?:麻烦|烦请|劳烦)(?:问|咨询|请教)(?:一下(?!子)|下(?=[^半一个属降跌滑调游发]))?)"
          + "|(?:(?:may|can|could) i (?:just )?ask(?: you)?|i(?:'d| would) like to (?:know|ask|understand)|i(?:'m| am) (?:just )?wondering|would you mind (?:giving|telling|sending|showing) me|just wondering|quick question)(?=[\\s,:])";

  private static final Pattern OPENING =
      Pattern.compile("^" + GAP + "(?:(?:" + SALUTATION + "|" + ANNOUNCEMENT + ")" + GAP + ")+");

  private static final String THANKS =
      "(?:先|在此|提前|非常|十分|万分|衷心|再次)*(?:谢谢|感谢|多谢|谢过|致谢|拜谢|感激)(?:不尽)?(?:您|你|公司|贵司|贵公司|董秘|大家|各位)*(?:们)?的?"
          + "(?:耐心|详细|及时|真诚|认真)*(?:回答|回复|解答|答复|指教|帮助|解惑|支持|配合|关注)?[了啦啊]?";

  private static final String REPLY_AWAITED =
      "(?:盼望?|望|请|敬请|烦请|恳请|期待|期盼|等待|静候|麻烦|希望)(?:您|你们|贵司|贵公司|公司|董秘|能|可以|尽快|尽早|及时|予以|不吝|给予|给个|详细|明确|早日|得到)*的?"
          + "(?:回复|答复|解答|回答|赐教|指教|告知|释疑|解惑|复|佳音)(?:一下|为盼|为感)?";

  private static final String CLOSING_WORDS =
      THANKS
          + "|"
          + REPLY_AWAITED
          + "|辛苦(?:了|您了?|啦)?|拜托了?|祝好|此致|敬礼|顺祝商祺|祝(?:您|公司|贵司)?[^,，。?!]{2,8}"
          + "|(?:many |with )?thanks(?: (?:in advance|a lot|so much|very much|again|for [a-z ]{3,30}))?|thank you(?: (?:in advance|very much|so much|again|for [a-z ]{3,30}))?|cheers"
          + "|(?:kind|best|warm) regards|much appreciated|please (?:advise|reply)|looking forward to your (?:reply|answer|response)";

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?:(?<=[,，。.?？!！;；~～])\\s*|\\s+|(?=谢谢|感谢|多谢))(?:(?:"
              + CLOSING_WORDS
              + ")"
              + GAP
              + ")+$");

  private Courtesy() {}

  /// The stretch of a text in normal spelling that the courtesies stand around; all of it where
  /// nothing else is said.
  static Stretch within(String text) {
    var opening = OPENING.matcher(text);
    var start = opening.lookingAt() ? opening.end() : 0;
    var closing = CLOSING.matcher(text).region(start, text.length());
    closing.useTransparentBounds(true);
    var end = closing.find() ? closing.start() : text.length();
    return says(text.substring(start, end))
        ? new Stretch(start, end)
        : new Stretch(0, text.length());
  }

  private static boolean says(String words) {
    return words.chars().anyMatch(Character::isLetterOrDigit);
  }
}
