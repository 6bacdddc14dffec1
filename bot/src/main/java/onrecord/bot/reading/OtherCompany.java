package onrecord.bot.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// Notices that the figures of another company are asked for: 寒武纪三季度营收多少.
///
/// Another known issuer counts wherever the question is about it. An unknown name counts only as
/// the owner of a metric, right at the beginning or after a polite word, where it is no common noun
/// and the issuer's disclosures do not mention it; a segment or product of the issuer is mentioned.
final class OtherCompany {

  private static final Pattern LEAD_IN =
      Pattern.compile("^(?:请问|请教|麻烦|想问一下|想问|问一下|问|你好|您好|[,?!。\\s])+");

  private static final Pattern COMMON_NOUN =
      Pattern.compile(
          "公司|^贵$|贵司|贵方|距离?|管理层|截止|截至|另外|一下|这|那|该|近|今|昨|当|本|几|每|前|后|如|因|够|快|建议|回答|影响|介绍|承诺|方面|时间|连续|合资|\\d|董事|监事|高管|业务|产品|收入|地区|市场|部门|板块|分部|产线|服务|项目|平台|客户|工厂|基地|景区|员工|股东|人员|费用|资产|负债|"
              + "行业|海外|国外|境外|境内|国内|国际|线上|线下|直销|经销|综合|总体|整体|主营|其他|合并|母公司|子公司|单季|累计|"
              + "平均|人均|每股|基本|稀释|加权|实际|期末|期初|账面|帐上|账上|前五|第一|最大|多少|什么|哪|谁|怎|为|是|有|的|吗|呢|算一|计算|请|帮|按|从|对|"
              + "报告|记录|说明会|会议|数据|情况|比|占|和|与|同|跟|及|把|能|会|要|将|已|了|在|关于|目前|现在|今天");

  private static final Pattern COMPANY_NAME = Pattern.compile("[\\p{IsHan}a-z0-9*]{2,8}");

  private OtherCompany() {}

  /// @param fragment the part's own words
  /// @param mentions the metrics in its text
  /// @param periods where its periods stand
  /// @param cues the cues in its text; no name is made of them
  static Optional<String> named(
      Fragment fragment,
      List<Glossary.Mention> mentions,
      List<Stretch> periods,
      List<Policy.Cue> cues,
      PartContext context) {
    var known =
        otherIssuer(fragment.text(), context)
            .or(() -> EnglishCompanies.other(fragment, mentions, context));
    return known.isPresent() || mentions.isEmpty()
        ? known
        : chineseOwner(fragment.text(), mentions, periods, cues, context);
  }

  private static Optional<String> otherIssuer(String text, PartContext context) {
    var issuer = context.issuer();
    var namings = context.companies().namings(text);
    if (issuer == null || namings.stream().anyMatch(naming -> naming.issuer().equals(issuer))) {
      return Optional.empty();
    }
    return namings.stream()
        .filter(naming -> !isPartner(text, naming.place()))
        .map(naming -> naming.issuer().shortName())
        .findFirst();
  }

  /// 公司和某公司有合作吗 is about this company.
  private static boolean isPartner(String text, Stretch place) {
    return text.substring(0, place.start()).matches(".*(?:公司|你们|贵司)?(?:和|与|跟|同|向|对|给|从|被)$");
  }

  private static Optional<String> chineseOwner(
      String text,
      List<Glossary.Mention> mentions,
      List<Stretch> periods,
      List<Policy.Cue> cues,
      PartContext context) {
    var lead = LEAD_IN.matcher(text);
    var start = lead.lookingAt() ? lead.end() : 0;
    var end = mentions.getFirst().start();
    for (var period : periods) {
      end = period.start() >= start ? Math.min(end, period.start()) : end;
    }
    var place = new Stretch(start, Math.max(start, end));
    if (end <= start || cues.stream().anyMatch(cue -> place.overlaps(cue.start(), cue.end()))) {
      return Optional.empty();
    }
    var name = text.substring(start, end).replaceFirst("的$", "").strip();
    return isForeign(name, context) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isForeign(String name, PartContext context) {
    return COMPANY_NAME.matcher(name).matches()
        && Script.hasHan(name)
        && !COMMON_NOUN.matcher(name).find()
        && context.companies().namings(name).isEmpty()
        && !context.isKnown(name);
  }
}
