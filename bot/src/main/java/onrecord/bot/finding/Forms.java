package onrecord.bot.finding;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.corpus.Passage;

/// Which aspects of a question a sentence or row is of the form to answer: a number for how much, a
/// date for when, a cause for why.
final class Forms {

  private static final Pattern NUMBER =
      Pattern.compile("[\\d０-９]|[一二三四五六七八九十百千万两]+(种|家|个|项|名|类|大)");

  /// A year alone says nothing of how much.
  private static final Pattern YEAR = Pattern.compile("(?<![\\d.,])(?:19|20)\\d{2}(?![\\d.,]*\\d)");

  private static final Pattern DATE =
      Pattern.compile("\\d{4}\\s*年|\\d{1,2}\\s*月|\\d{1,2}\\s*日|(19|20)\\d{2}|季度");
  private static final Pattern REASON =
      Pattern.compile(
          "主要系|主要是|由于|因为|原因(?!之外)|所致|导致|缘于|得益于|受.{1,20}影响|系.{1,30}(增加|减少|下降|增长|上升|提高)|because|due to|driven by|primarily");
  private static final Pattern HEADS_REASONS = Pattern.compile("原因|变动说明|情况说明|reason");
  private static final Pattern NAME =
      Pattern.compile(
          "先生|女士|有限(责任)?公司|事务所|银行|证券|委员会|国资委|集团|(?<=[^，。；、：\\s本贵我该子母市分总大])公司|不存在|无(控股|实际)|\\b(Mr|Ms|Mrs|Dr|Inc|LLP|Ltd|Corp)\\b|：[\\p{IsHan}]{2,4}(?![\\p{IsHan}])");
  private static final Pattern LISTS =
      Pattern.compile("分为|包括|包含|涵盖|主要有|如下|以下|[一二三四五六七八九十两\\d]+(种|类|个|项|家|大)|、|；|, .+ and ");
  private static final Pattern PLACE =
      Pattern.compile("地点|地址|位于|坐落|平台|[省市区县路街号镇村]|网|交易所|\\b(at|in|located)\\b");
  private static final Pattern SOMEBODY = Pattern.compile("哪些人|什么人|哪几位|谁|名字|姓名|叫什么名|who\\b");
  private static final Pattern WHO_LABEL = Pattern.compile("姓名|名称|人员|代表|负责人|[Nn]ame");

  private static final Pattern WHAT_AMOUNT =
      Pattern.compile(
          "\\bwhat (?:is|was|were|are) .*\\b(?:costs?|expenses?|spending|capitali[sz]ation|amounts?|prices?|values?|assets|liabilities|ratio|margin|number)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOW_MANY = Pattern.compile("(?<!哪)几[次年届场项件名位]|多少[次年届场项件]");
  private static final Pattern PURPOSE = Pattern.compile("(做|干)什么的|什么意思|有什么用|是啥");

  private Forms() {}

  /// The aspects asked for; asking for names is asking who, and what a thing does is what it is.
  static Set<Aspect> aspects(Reading.Part part) {
    var aspects = new HashSet<>(part.aspects());
    if (SOMEBODY.matcher(part.text()).find()) {
      aspects.add(Aspect.WHO);
      aspects.remove(Aspect.LIST);
    }
    boolean asksForNumber =
        HOW_MANY.matcher(part.text()).find() || WHAT_AMOUNT.matcher(part.text()).find();
    if (asksForNumber) {
      aspects.add(Aspect.VALUE);
    }
    if (PURPOSE.matcher(part.text()).find()) {
      aspects.add(Aspect.DEFINITION);
    }
    return aspects;
  }

  /// The aspects that only a certain form of unit can answer.
  static Set<Aspect> formal(Reading.Part part) {
    return aspects(part).stream()
        .filter(aspect ->
            switch (aspect) {
              case VALUE, YEAR_ON_YEAR, PERIOD_ON_PERIOD, WHEN, WHERE, WHO, REASON, DEFINITION ->
                  true;
              case LIST, YES_NO, RANKING -> false;
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean asksForNumber(Reading.Part part) {
    return part.aspects().contains(Aspect.VALUE)
        || part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD)
        || part.aspects().contains(Aspect.RANKING);
  }

  /// The aspects asked for that a unit is of the form to answer.
  ///
  /// @param asked as [#aspects] says
  /// @param above the headings over the unit: of its section, or of a row's columns
  static Set<Aspect> fits(Set<Aspect> asked, Gist gist, Quote quote, String above) {
    return asked.stream()
        .filter(aspect -> fits(aspect, gist, quote, above))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean fits(Aspect aspect, Gist gist, Quote quote, String above) {
    var words = quote.words();
    boolean row = quote.passage().form() == Passage.Form.TABLE;
    return switch (aspect) {
      case VALUE -> NUMBER.matcher(YEAR.matcher(words).replaceAll("")).find();
      case YEAR_ON_YEAR, PERIOD_ON_PERIOD ->
          words.contains("%") || words.contains("％") || words.contains("百分点");
      case WHEN -> DATE.matcher(words).find();
      case WHERE -> row || PLACE.matcher(words).find();
      case REASON ->
          !Ticks.areIn(words)
              && (REASON.matcher(words).find() || HEADS_REASONS.matcher(above).find());
      case DEFINITION -> row || defines(gist, words) || isHeadedBy(gist, above);
      case WHO ->
          NAME.matcher(row ? valueOf(words) : words).find() || row && namesSomebody(gist, words);
      case LIST -> row || LISTS.matcher(words).find();
      case YES_NO, RANKING -> true;
    };
  }

  /// What stands behind the label of a row of two cells; of a longer row all.
  private static String valueOf(String row) {
    var cells = row.split("\t");
    return cells.length == 2 ? cells[1] : row;
  }

  /// Whether a row's label says that a name follows, or is itself what is asked about.
  private static boolean namesSomebody(Gist gist, String row) {
    var label = Words.compact(row.split("\t", 2)[0]);
    return WHO_LABEL.matcher(label).find()
        || isNamedIn(gist, label) && !Grid.isNumber(valueOf(row));
  }

  /// Whether the section as such is about one of the concepts.
  private static boolean isHeadedBy(Gist gist, String section) {
    return isNamedIn(gist, Words.compact(section));
  }

  private static boolean isNamedIn(Gist gist, String compact) {
    return gist.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .anyMatch(name -> name.length() > 1 && compact.contains(name));
  }

  /// Whether a sentence says what one of the concepts is, rather than merely naming it.
  private static boolean defines(Gist gist, String words) {
    var compact = Words.compact(words);
    return gist.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .filter(name -> name.length() > 1 && compact.contains(name))
        .anyMatch(name -> definitionOf(name).matcher(compact).find());
  }

  private static Pattern definitionOf(String name) {
    var quoted = "[“\"「]?" + Pattern.quote(name) + "[”\"」]?";
    return Pattern.compile(
        quoted
            + "(?:（[^）]{1,40}）|\\([^)]{1,40}\\))?(?:的定义|定义)?(?:是指|是|指|即|系|为|，旨在|,旨在|下，|下,|：|:|主要为|\\bis\\b|means)"
            + "|在"
            + quoted
            + "下"
            + "|(?:称为|称作|简称|以下简称|即)"
            + quoted);
  }
}
