package onrecord.bot.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;

/// Notices that the figures of another company are asked for: 寒武纪三季度营收多少.
///
/// Another known issuer counts wherever the question is about it. A listed company's name or code,
/// and a name that ends in 股份 or 集团, counts as the owner of a metric or as what is compared with.
/// An unknown name counts only as the owner of a metric, right at the beginning or after a polite
/// word, where it is no common noun and the issuer's disclosures do not mention it; a segment or
/// product of the issuer is mentioned.
final class OtherCompany {

  private static final Pattern LEAD_IN =
      Pattern.compile("^(?:请问一?下?|请教一?下?|麻烦|想问一下|想问|问一下|问|你好|您好|那么?|[,?!。\\s])+");

  /// Words that no company is called by, or that stand in no name.
  private static final Pattern COMMON_NOUN =
      Pattern.compile(
          "公司|企业|^贵$|贵司|贵方|距离?|管理层|截止|截至|另外|一下|随着|未来|过去|期间|这|那|该|近|今|昨|当|本|几|每|前|后|如|因|够|快|建议|回答|影响|介绍|承诺|方面|时间|连续|合资|"
              + "董事|监事|高管|业务|产品|收入|地区|市场|部门|板块|分部|产线|服务|项目|平台|客户|工厂|基地|景区|员工|股东|人员|费用|资产|负债|"
              + "标的|弥补|待|配偶|亲属|定增|募投|募集|增发|配股|转债|债券|收购|并购|人民币|美元|汇率|汇兑|财年|财季|电站|风场|机组|门店|单店|存量|增量|新增|新开|证书|绿证|医保|集采|关税|节后|旺季|淡季|"
              + "行业|海外|国外|境外|境内|国内|国际|线上|线下|直销|经销|综合|总体|整体|主营|其他|合并|母公司|子公司|单季|累计|势头|趋势|速度|"
              + "平均|人均|每股|基本|稀释|加权|实际|期末|期初|账面|帐上|账上|第一|最大|多少|什么|哪|谁|怎|吗|呢|算一|计算|请|帮|"
              + "告诉|告知|\\d[万亿千百]|列出|说|想|知道|了解|感觉|觉得|看到|发现|只|能否|可否|是否|是不是|会不会|有没有|比如|例如|[我你您咱用以未最何不敢]|报告|记录|说明会|.{2,}[和与及跟同].{2,}|会议|数据|情况|关于|目前|现在|今天|以来|疫情|政策|价格|成本|单价");

  /// Characters that join, point and limit; as words of their own they stand in no name.
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "比", "占", "和", "与", "同", "跟", "及", "把", "能", "会", "要", "将", "已", "了", "在", "为", "是", "有",
          "的", "按", "从", "对", "到", "给", "被", "让", "使", "就", "才", "都", "也", "还", "又", "再", "不", "没");

  private static final Pattern COMPANY_NAME = Pattern.compile("[\\p{IsHan}a-z0-9*]{2,8}");

  private static final Pattern WITH_FORM =
      Pattern.compile("(?<![\\p{IsHan}])([\\p{IsHan}]{2,4}(?:股份|集团|控股))");

  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])(?:6[08]|00|30|43|8[3-9]|92)\\d{4}(?![\\d.,%万亿元])");

  private static final Pattern PARTNER = Pattern.compile(".*(?:和|与|跟|同|向|对|给|从|被|来自|供应|供货|收购)$");

  private static final Pattern COMPARED_BEFORE = Pattern.compile(".*(?:和|与|跟|同|较|比|对比|相比)$");

  private static final Pattern COMPARED_AFTER =
      Pattern.compile("^(?:公司|股份|集团)?(?:相比|比较|相比较|对比|比(?!例|重)|的?(?:差距|差多少|差别)|哪个|谁|哪家).*");

  private static final Pattern WHOSE_MORE =
      Pattern.compile("谁|哪个|哪家|差距|差多少|[高低多少大小快慢]多少|怎么样|如何|(?:相比|比较|对比)?呢?$");

  private final List<String> listed;

  /// @param listed names of listed companies that mean nothing else
  OtherCompany(Set<String> listed) {
    this.listed =
        listed.stream()
            .map(name -> Wording.of(name).text())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /// @param fragment the part's own words
  /// @param mentions the metrics in its text
  /// @param periods where its periods stand
  /// @param cues the cues in its text; no name is made of them
  Optional<String> named(
      Fragment fragment,
      List<Glossary.Mention> mentions,
      List<Stretch> periods,
      List<Policy.Cue> cues,
      PartContext context) {
    var asked = new Asked(fragment, mentions, periods, cues, context);
    return asked
        .otherIssuer()
        .or(() -> EnglishCompanies.other(fragment, mentions, context))
        .or(() -> asked.owner(asked.places(listed)))
        .or(() -> asked.owner(asked.places(WITH_FORM)))
        .or(() -> asked.owner(asked.places(CODE)))
        .or(() -> mentions.isEmpty() ? Optional.empty() : asked.unknownOwner());
  }

  /// One part of a question.
  private record Asked(
      Fragment fragment,
      List<Glossary.Mention> mentions,
      List<Stretch> periods,
      List<Policy.Cue> cues,
      PartContext context) {

    String text() {
      return fragment.text();
    }

    Optional<String> otherIssuer() {
      var issuer = context.issuer();
      var namings = context.companies().namings(text());
      if (issuer == null || namings.stream().anyMatch(naming -> naming.issuer().equals(issuer))) {
        return Optional.empty();
      }
      return namings.stream()
          .filter(naming -> !PARTNER.matcher(before(naming.place())).matches())
          .map(naming -> naming.issuer().shortName())
          .findFirst();
    }

    Stream<Stretch> places(List<String> names) {
      return names.stream().flatMap(name -> Companies.places(name, text()).stream());
    }

    Stream<Stretch> places(Pattern pattern) {
      return pattern
          .matcher(text())
          .results()
          .map(match -> new Stretch(match.start(), match.end()));
    }

    /// The first of these names that owns a metric or is compared with.
    Optional<String> owner(Stream<Stretch> places) {
      return places
          .filter(place -> !isOwn(place))
          .filter(place -> ownsMetric(place) || isComparedWith(place))
          .map(place -> text().substring(place.start(), place.end()))
          .findFirst();
    }

    private boolean isOwn(Stretch place) {
      return context.companies().namings(text()).stream()
          .anyMatch(naming -> naming.place().overlaps(place.start(), place.end()));
    }

    /// Whether a metric follows, with nothing but its period between: 比亚迪2024年的净利润.
    private boolean ownsMetric(Stretch name) {
      if (PARTNER.matcher(before(name)).matches() || mentions.isEmpty()) {
        return false;
      }
      var at = skip(name.end(), "公司|股份|集团");
      at = skip(at, "的|在");
      var moved = true;
      while (moved) {
        var from = at;
        for (var period : periods) {
          at = period.start() == at ? period.end() : at;
        }
        at = skip(at, "的|,|，");
        moved = at > from;
      }
      var metric = at;
      return mentions.stream().anyMatch(mention -> mention.start() == metric);
    }

    private int skip(int from, String words) {
      var matcher = Pattern.compile(words).matcher(text()).region(from, text().length());
      return matcher.lookingAt() ? matcher.end() : from;
    }

    /// 和海光信息相比毛利率怎么样, 谁的毛利率高: the other's figure would be needed.
    private boolean isComparedWith(Stretch name) {
      return !mentions.isEmpty()
          && WHOSE_MORE.matcher(text()).find()
          && COMPARED_BEFORE.matcher(before(name)).matches()
          && COMPARED_AFTER.matcher(text().substring(name.end())).matches();
    }

    private String before(Stretch place) {
      return text().substring(0, place.start());
    }

    Optional<String> unknownOwner() {
      var lead = LEAD_IN.matcher(text());
      var start = lead.lookingAt() ? lead.end() : 0;
      var end = mentions.getFirst().start();
      for (var period : periods) {
        end = period.start() >= start ? Math.min(end, period.start()) : end;
      }
      var place = new Stretch(start, Math.max(start, end));
      if (end <= start || cues.stream().anyMatch(cue -> place.overlaps(cue.start(), cue.end()))) {
        return Optional.empty();
      }
      var name = text().substring(start, end).replaceFirst("(?<![标目])的$", "").strip();
      return isForeign(name) ? Optional.of(name) : Optional.empty();
    }

    /// 汽车, 电影票房: a name is mostly no word of the language, or falls into single characters.
    private static boolean isOfCommonWords(String name) {
      return name.length() > 1 && Script.words(name).stream().allMatch(word -> word.length() > 1);
    }

    private boolean isForeign(String name) {
      return COMPANY_NAME.matcher(name).matches()
          && Script.hasHan(name)
          && !COMMON_NOUN.matcher(name).find()
          && Script.words(name).stream().noneMatch(FUNCTION_WORDS::contains)
          && !isOfCommonWords(name)
          && context.companies().namings(name).isEmpty()
          && !context.isKnown(name);
    }
  }
}
