package onrecord.corpus.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.corpus.DisclosureKind;

/// The title on a cover, and the kind of document that its words tell.
final class Titles {

  private static final int LONGEST = 120;

  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)(?:证券|股票|公司|债券|A股|B股|H股)(?:代码|简称).*|公告编号.*|编号[:：].*|[\\p{IsHan}（）()·A-Za-z\\s]{2,40}(?:公司|集团)(?:\\s*董事会)?"
              + "|[\\d\\s年月日〇○一二三四五六七八九十/.\\-—]+|(?:临|【|\\[)?\\d{4}[\\]】]?\\s*[-—–]\\s*\\d+号?|[\\d\\s/]+|董事会|.*股票上市地.*|二[〇○零].{0,12}[年月]");

  private static final Pattern SENTENCE = Pattern.compile("[，。；！？]");

  private static final Pattern ISSUER =
      Pattern.compile("^[\\p{IsHan}（）()A-Za-z·]{2,40}?(?:股份有限公司|有限责任公司|有限公司)");

  private static final Pattern REPORT =
      Pattern.compile(
          "(\\d{4}|[二〇○零一九八七六五四三]{4})\\s*年?\\s*(?:年度|半年度|中期|第?\\s*[一三]\\s*季度)\\s*报告(?:全文|正文|摘要)?");

  private static final Pattern FORM =
      Pattern.compile("\\b(?:FORM|Form)\\s+(10-K|10-Q|20-F|40-F|8-K|6-K)(?:/A)?\\b");

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)for the ((?:fiscal |financial )?year|quarterly period|quarter|transition period) ended:? "
              + "((?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, ?\\d{4}|\\d{1,2} \\w+ \\d{4})");

  private static final Pattern ENGLISH_REPORT =
      Pattern.compile(
          "(?i)(?:20\\d{2}\\s+)?(?:integrated\\s+)?annual report(?:\\s+(?:and|&)\\s+(?:financial\\s+)?(?:accounts|statements))?(?:\\s+(?:for\\s+)?20\\d{2}(?:/\\d{2})?)?|(?:half[- ]year|interim) report(?:\\s+20\\d{2})?");

  private Titles() {}

  /// The title as printed, lines of it joined.
  static Optional<String> chinese(Excerpts excerpts) {
    var cover = joined(excerpts.cover());
    if (cover.isPresent() && !kind(cover.get()).equals(DisclosureKind.OTHER)) {
      return cover;
    }
    return Excerpts.firstIn(excerpts.head(), REPORT)
        .map(found -> found.group().replaceAll("\\s", ""))
        .or(() -> cover);
  }

  private static String withoutIssuer(String title) {
    var bare = ISSUER.matcher(title).replaceFirst("").strip();
    return bare.isBlank() ? title : bare;
  }

  private static Optional<String> joined(List<String> cover) {
    var title = new StringBuilder();
    for (var line : cover) {
      var words = withoutIssuer(line.strip());
      var isTitle =
          !words.isEmpty()
              && words.length() <= 60
              && !NO_TITLE.matcher(words).matches()
              && !SENTENCE.matcher(words).find();
      if (isTitle && !words.contains("\t") && title.length() + words.length() <= LONGEST) {
        title.append(words.replaceAll("(?<=[\\p{IsHan}\\d])\\s+(?=[\\p{IsHan}\\d])", ""));
        if (!kind(title.toString()).equals(DisclosureKind.OTHER)) {
          break;
        }
      }
    }
    return title.isEmpty() ? Optional.empty() : Optional.of(title.toString());
  }

  /// The form's name, or the report's, with the period that it states.
  static Optional<String> english(Excerpts excerpts) {
    return Excerpts.firstIn(excerpts.head(), FORM)
        .map(found -> "Form " + found.group(1) + time(excerpts))
        .or(() -> Excerpts.firstIn(excerpts.head(), ENGLISH_REPORT).map(found -> found.group()));
  }

  /// The time that the cover of a form is for, in its own words.
  private static String time(Excerpts excerpts) {
    var cover = String.join(" ", excerpts.head().subList(0, Math.min(40, excerpts.head().size())));
    var time = TIME.matcher(cover.replaceAll("[\\s\\p{Z}]+", " "));
    return time.find()
        ? " for the " + time.group(1).toLowerCase(Locale.ROOT) + " ended " + time.group(2)
        : "";
  }

  static DisclosureKind kind(String title) {
    var words = title.replaceAll("\\s", "");
    for (var rule : RULES) {
      if (rule.words().matcher(words).find()) {
        return rule.kind();
      }
    }
    return DisclosureKind.OTHER;
  }

  private record Rule(Pattern words, DisclosureKind kind) {
    static Rule of(String words, DisclosureKind kind) {
      return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), kind);
    }
  }

  /// The first that fits counts.
  private static final List<Rule> RULES =
      List.of(
          Rule.of("业绩预告|业绩预增|业绩预减|业绩预亏|盈利预告|profitwarning", DisclosureKind.PERFORMANCE_FORECAST),
          Rule.of("业绩快报|preliminaryresults", DisclosureKind.PRELIMINARY_RESULTS),
          Rule.of(
              "(?:更正|勘误|补充更正).*(?:公告|说明|通知)|补充公告|(?:报告|公告).{0,12}(?:修订|修正|补充).{0,8}公告",
              DisclosureKind.CORRECTION),
          Rule.of(
              "投资者关系活动|调研活动.*记录|业绩说明会.*记录|投资者.*记录表|investorrelations.*record",
              DisclosureKind.INVESTOR_RELATIONS_RECORD),
          Rule.of("招股(?:说明|意向)书|prospectus", DisclosureKind.PROSPECTUS),
          Rule.of(
              "(?:半年度|中期)报告(?:全文|正文|摘要)?(?:[（(].*)?$|(?:half[- ]?year(?:ly)?|interim)report",
              DisclosureKind.INTERIM_REPORT),
          Rule.of(
              "季度报告(?:全文|正文|摘要)?(?:[（(].*)?$|form10-q|quarterlyreport",
              DisclosureKind.QUARTERLY_REPORT),
          Rule.of(
              "(?<!工作)(?:年度|年)报告(?:全文|正文|摘要)?(?:[（(].*)?$|form(?:10-k|20-f|40-f)|annualreport",
              DisclosureKind.ANNUAL_REPORT),
          Rule.of(
              "公告(?:[（(].*)?$|通知$|决议$|提示$|form(?:8-k|6-k)|announcement",
              DisclosureKind.ANNOUNCEMENT));

  /// Whether a title says that the document takes the place of an earlier one.
  static boolean replacesWhole(String title) {
    return title.matches("(?s).*(?:更正后|修订后|更新后|修订版|更正版|修订稿|更新版|取消后重新披露).*");
  }
}
