package onrecord.corpus.figures;

import java.util.regex.Pattern;
import onrecord.corpus.Issuer;
import org.jspecify.annotations.Nullable;

/// What the words before a number say it is about.
///
/// @param metric what is measured
/// @param segment the line of business or company whose it is; null for the issuer
/// @param isStated whether the words themselves say whose it is; else it is whoever the sentence
///   spoke of last
/// @param isClause whether it is the subject of a verb, so that later clauses may go on with it
record Subject(String metric, @Nullable String segment, boolean isStated, boolean isClause) {

  private static final Pattern LINKING =
      Pattern.compile(
          "(?:整体|总体|基本|平均|均|已|仍|还|共计?|(?<!资产|负债|权益|收入|成本|流入|流出)(?:合计|总计)|累计|约|超过|超|突破|逾|近|接近|达到?了?|高达|仅?为|是|有|只有"
              + "|保持在|维持在|稳定在|提[高升]至|上升至|增加至|增长至|增至|下降至|降至|降低至|减少至|分别|人民币|的|:|：|“)+$");
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:其中|同时|此外|另外|另|并且?|且|以及|及|和|而|但|因此|从而|主要是|主要系|系|由于|截至|截止|在|至|到|于|的|,|”|\\)|[（(])+");
  private static final Pattern ACHIEVING =
      Pattern.compile(
          "(?<who>.*?)(?:共计?|合计|累计|总计|已|均|全年|当年)*(?<verb>实现|完成|取得|达成|录得|接待)(?:了)?(?<what>.*)");
  private static final Pattern ISSUER =
      Pattern.compile("(?:本?公司|本?集团|上市公司|我们|我司|全年|合并|报告期内?)*(?:的)?");
  private static final Pattern OF_THE_ISSUER =
      Pattern.compile("^(?:本?公司|本?集团|上市公司|我司)(?:的|合并)?(?=.{2})");
  private static final Pattern OF_A_COMPANY =
      Pattern.compile("(?<who>.*(?:有限责任公司|有限公司|子公司|母公司))(?:的)?(?<what>.{2,})");
  private static final Pattern OF_A_LINE =
      Pattern.compile("(?<who>.{2,16}?)(?:的)?(?<what>营业收入|主营业务收入|销售收入|营业成本|毛利率|销量|产量|收入)");
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?:营业总?|主营业务?|主营|其他业务|其他|利息|投资|手续费及佣金|营业外|销售|总|综合|公允价值变动|递延|平均|产品|国际|实现的?|占|归属.*|.*[度期内年月日])");
  private static final Pattern NAME =
      Pattern.compile(".*[\\u4E00-\\u9FFF].*[\\u4E00-\\u9FFFA-Za-z)）]");

  /// Reads the words of a clause up to its number, periods cut out; null if they name no metric.
  static @Nullable Subject of(String lead, Issuer issuer) {
    var words = bare(lead);
    var achieving = ACHIEVING.matcher(words);
    if (achieving.matches()) {
      return achieved(
          achieving.group("who"), achieving.group("verb"), achieving.group("what"), issuer);
    }
    var metric = OF_THE_ISSUER.matcher(words).replaceFirst("");
    if (!isName(metric)) {
      return null;
    }
    var company = OF_A_COMPANY.matcher(metric);
    if (company.matches()) {
      return new Subject(company.group("what"), company.group("who"), true, true);
    }
    var line = OF_A_LINE.matcher(metric);
    if (line.matches() && !ACCOUNT.matcher(line.group("who")).matches()) {
      return new Subject(line.group("what"), line.group("who"), true, false);
    }
    var isIssuers = metric.length() < words.length();
    return new Subject(metric, null, isIssuers, isIssuers);
  }

  /// The same within 其中 after a figure: 训练服务收入 after 营业收入 is the 营业收入 of 训练服务.
  Subject within(String whole) {
    return segment != null && whole.endsWith(metric)
        ? new Subject(whole, segment, isStated, isClause)
        : this;
  }

  private static @Nullable Subject achieved(String who, String verb, String what, Issuer issuer) {
    var metric = verb.equals("接待") ? verb + what : what;
    if (!isName(metric)) {
      return null;
    }
    var owner = bare(who);
    return isIssuer(owner, issuer)
        ? new Subject(metric, null, !owner.isEmpty(), true)
        : new Subject(metric, owner.replaceFirst("(?:的|所)$", ""), true, true);
  }

  private static boolean isIssuer(String who, Issuer issuer) {
    return ISSUER.matcher(who).matches()
        || who.equals(issuer.shortName())
        || who.equals(issuer.companyName())
        || issuer.aliases().contains(who);
  }

  private static boolean isName(String words) {
    return words.length() <= 40 && NAME.matcher(words).matches();
  }

  private static String bare(String words) {
    for (var bare = words.strip(); ; ) {
      var shorter =
          OPENING.matcher(LINKING.matcher(bare).replaceFirst("")).replaceFirst("").strip();
      if (shorter.equals(bare)) {
        return bare;
      }
      bare = shorter;
    }
  }
}
