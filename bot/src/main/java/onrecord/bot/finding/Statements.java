package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.corpus.Passage;
import onrecord.retrieval.Evidence;

/// Ranks the sentences and rows of what was found by how well they answer a part of a question.
public final class Statements {

  private static final Pattern NUMBER =
      Pattern.compile("[\\d０-９]|[一二三四五六七八九十百千万两]+(种|家|个|项|名|类|大)");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}\\s*年|\\d{1,2}\\s*月|\\d{1,2}\\s*日|(19|20)\\d{2}|季度");
  private static final Pattern REASON =
      Pattern.compile(
          "主要系|由于|因为|原因|所致|导致|缘于|得益于|受.{1,20}影响|系.{1,30}(增加|减少|下降|增长)|because|due to|driven by|primarily");
  private static final Pattern NAME =
      Pattern.compile(
          "先生|女士|有限(责任)?公司|事务所|银行|证券|委员会|国资委|集团|(?<=[^，。；、：\\s本贵我该子母市分总大])公司|不存在|无(控股|实际)|\\b(Mr|Ms|Mrs|Dr|Inc|LLP|Ltd|Corp)\\b|：[\\p{IsHan}]{2,4}(?![\\p{IsHan}])");
  private static final Pattern LISTS =
      Pattern.compile("分为|包括|包含|涵盖|主要有|如下|以下|[一二三四五六七八九十两\\d]+(种|类|个|项|家|大)|、|；|, .+ and ");

  /// From this share of common terms on (Dice's coefficient) two questions are the same.
  private static final double SAME_QUESTION = 0.5;

  private static final Pattern PRESENT = Pattern.compile("现任|现在|目前|当前|最新|如今|now|current|latest");
  private static final Pattern PLACE =
      Pattern.compile("地点|地址|位于|坐落|平台|[省市区县路街号镇村]|网|交易所|\\b(at|in|located)\\b");
  private static final Pattern LABEL = Pattern.compile("[^，。；：:\\n]{2,14}[：:]");

  /// Up to so many cells a row belongs to a table of labels and values, whose rows share one
  /// subject.
  private static final int FEW_CELLS = 3;

  /// Below this closeness a row of figures is named for something else: the shareholders in
  /// 归属于上市公司股东的净资产 are not counted by it. Half of what closeness gives to the very name.
  private static final double CLOSE = 0.15;

  private static final Pattern FIGURE_CELL = Pattern.compile("[\\s\\d,.，．%％()（）+\\-－—/]*");
  private static final Pattern SOMEBODY = Pattern.compile("哪些人|什么人|哪几位|谁|名字|姓名|叫什么名|who\\b");
  private static final Pattern WHO_LABEL = Pattern.compile("姓名|名称|人员|代表|负责人|[Nn]ame");
  private static final Pattern WHEN_LABEL = Pattern.compile("时间|日期|[Dd]ate|[Tt]ime");
  private static final Pattern WHERE_LABEL =
      Pattern.compile("地点|地址|住所|[Aa]ddress|[Ll]ocation|[Vv]enue");
  private static final Pattern THE_FIRST =
      Pattern.compile("第一大|第1大|最大的?(股东|客户|供应商)|第一名|排名第一|largest (shareholder|customer|supplier)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?=\\s*年|[^\\d,.])");
  private static final Pattern GREETING =
      Pattern.compile(
          "(回答|答复|回复|答)?[：:]?\\s*(尊敬的投资者)?[，,]?\\s*(您好|你好)?[！!。，]?\\s*(感谢您?的?(关注|提问)[！!。]?)?");
  private static final Pattern TICK_ONLY = Pattern.compile("[√□☑☒☐✓✔\\s适用不是否]+");

  private Statements() {}

  /// The units of the evidence, best first.
  public static List<Candidate> rank(
      Reading.Part part, Gist gist, List<Evidence> evidence, Rarity rarity) {
    var candidates = new ArrayList<Candidate>();
    var weights = gist.weights(rarity);
    for (var found : evidence) {
      new Ranking(part, gist, found, rarity, weights).addTo(candidates);
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.quote().passage().id().value())
            .thenComparingInt(candidate -> candidate.quote().start()));
    return candidates;
  }

  /// The units of one passage.
  private record Ranking(
      Reading.Part part, Gist gist, Evidence found, Rarity rarity, double[] weights) {

    void addTo(List<Candidate> candidates) {
      var passage = found.passage();
      var headings = passage.section();
      var question = isSameQuestion(passage) ? questionOf(passage) : "";
      var context = gist.presence(headings + "\n" + question + "\n" + captionOf(passage), rarity);
      double headed =
          passage.headings().isEmpty() ? 0 : gist.coverage(passage.headings().getLast(), rarity);
      var whole = gist.presence(passage.text(), rarity);
      boolean first = true;
      for (var span : Sentences.of(passage)) {
        var quote = new Quote(found.disclosure(), passage, span.start(), span.end());
        if (isHeadingRow(passage, span) || saysNothing(quote.words())) {
          continue;
        }
        boolean row = NUMBER.matcher(quote.words()).find();
        candidates.add(candidate(quote, headings, context, whole, headed, first && row));
        first = first && !row;
      }
    }

    private Candidate candidate(
        Quote quote,
        String headings,
        double[] context,
        double[] whole,
        double headed,
        boolean isFirst) {
      var own = gist.presence(quote.words(), rarity);
      var covered = max(own, context, 1);
      if (isLabelled(quote) && cells(quote) <= FEW_CELLS) {
        covered = max(covered, whole, 0.9);
      }
      double ownShare = Gist.share(weights, own);
      double coverage = Gist.share(weights, covered);
      if (THE_FIRST.matcher(part.text()).find()) {
        coverage = isFirst && isListOf(part, quote) ? 1 : 0;
      }
      if (isOnlyNumbers(quote) && asksForNumber(part) && closeness(quote) < CLOSE) {
        coverage = 0;
      }
      var fits = fits(part, gist, quote, headings);
      boolean named = isNamedByLabel(part, quote);
      double score =
          ownShare
              + 0.6 * (coverage - ownShare)
              + 0.25 / found.rank()
              + 0.4 * found.coverage()
              + (fits.size() == aspects(part).size() ? 0.2 : 0)
              + (named && coverage >= 0.6 ? 0.8 : 0)
              - (isOnlyNumbers(quote) && !asksForNumber(part) ? 0.5 : 0)
              + 0.15 * Gist.share(weights, context)
              + closeness(quote)
              + timeliness(part, quote)
              + recency(part);
      return new Candidate(quote, ownShare, coverage, headed, named, fits, score);
    }

    /// Speaks for the newest disclosures where the present state is asked for.
    private double recency(Reading.Part part) {
      var published = found.disclosure().publishedAt();
      return PRESENT.matcher(part.text()).find() && published != null
          ? 0.2 * (published.getEpochSecond() - 1.4e9) / 1e8
          : 0;
    }

    /// Whether the investor asked in substance what is asked now: then the reply as a whole answers
    /// it. Otherwise the investor's words only help to find.
    private boolean isSameQuestion(Passage passage) {
      var asked = new HashSet<>(Words.terms(part.text()));
      var before = new HashSet<>(Words.terms(questionOf(passage)));
      double common = before.stream().filter(asked::contains).count();
      return 2 * common >= SAME_QUESTION * (asked.size() + before.size());
    }

    /// How nearly a row's label is the name of what is asked about, and no more than it.
    private double closeness(Quote quote) {
      if (!isLabelled(quote)) {
        return 0;
      }
      var label = Words.compact(quote.words().split("[\t：:]", 2)[0]).replaceFirst("^公司", "");
      return gist.concepts().stream()
          .flatMap(concept -> concept.names().stream())
          .filter(name -> name.length() > 1 && label.contains(name))
          .mapToDouble(name -> 0.3 * name.length() / label.length())
          .max()
          .orElse(0);
    }

    private static double[] max(double[] some, double[] others, double factor) {
      var max = some.clone();
      for (int i = 0; i < max.length; i++) {
        max[i] = Math.max(max[i], factor * others[i]);
      }
      return max;
    }
  }

  private static boolean saysNothing(String words) {
    return TICK_ONLY.matcher(words).matches() || GREETING.matcher(words).matches();
  }

  /// A row, or a line of the form `活动时间：…`: what it is about stands in its neighbours.
  private static boolean isLabelled(Quote quote) {
    return quote.passage().form() == Passage.Form.TABLE || LABEL.matcher(quote.words()).lookingAt();
  }

  private static int cells(Quote quote) {
    return quote.words().split("\t", -1).length;
  }

  /// A row that states figures and nothing else but its label.
  private static boolean isOnlyNumbers(Quote quote) {
    var cells = quote.words().split("\t", -1);
    return cells.length > 1
        && Arrays.stream(cells).skip(1).allMatch(cell -> FIGURE_CELL.matcher(cell).matches());
  }

  private static boolean asksForNumber(Reading.Part part) {
    return part.aspects().contains(Aspect.VALUE)
        || part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD)
        || part.aspects().contains(Aspect.RANKING);
  }

  /// The aspects asked for; asking for names is asking who.
  private static Set<Aspect> aspects(Reading.Part part) {
    if (!SOMEBODY.matcher(part.text()).find()) {
      return part.aspects();
    }
    var aspects = new HashSet<>(part.aspects());
    aspects.add(Aspect.WHO);
    aspects.remove(Aspect.LIST);
    return aspects;
  }

  /// Whether its label is the very thing asked for: 姓名 for who, 时间 for when.
  private static boolean isNamedByLabel(Reading.Part part, Quote quote) {
    if (!isLabelled(quote)) {
      return false;
    }
    var label = quote.words().split("[\t：:]", 2)[0];
    return aspects(part).contains(Aspect.WHO) && WHO_LABEL.matcher(label).find()
        || part.aspects().contains(Aspect.WHEN) && WHEN_LABEL.matcher(label).find()
        || part.aspects().contains(Aspect.WHERE) && WHERE_LABEL.matcher(label).find();
  }

  /// Whether a row stands in a list, ordered by size, of those whose first is asked for.
  private static boolean isListOf(Reading.Part part, Quote quote) {
    var place = quote.passage().section() + captionOf(quote.passage());
    return quote.passage().form() == Passage.Form.TABLE
        && List.of("股东", "客户", "供应商").stream()
            .anyMatch(kind -> part.text().contains(kind) && place.contains(kind));
  }

  /// Speaks for a sentence of a year asked about and against one of other years only.
  private static double timeliness(Reading.Part part, Quote quote) {
    var years = YEAR.matcher(quote.words()).results().map(MatchResult::group).toList();
    if (years.isEmpty() || part.periods().isEmpty()) {
      return 0;
    }
    boolean ofYear =
        part.periods().stream()
            .map(asked -> String.valueOf(asked.period().end().getYear()))
            .anyMatch(years::contains);
    return ofYear ? 0.1 : -0.3;
  }

  private static String questionOf(Passage passage) {
    return passage.question() == null ? "" : passage.question();
  }

  private static String captionOf(Passage passage) {
    return passage.form() == Passage.Form.TABLE ? headOf(passage.text()) : "";
  }

  /// The caption and heading lines of a table.
  static String headOf(String table) {
    var lines = table.split("\n", 3);
    return lines.length < 3 ? lines[0] : lines[0] + "\n" + lines[1];
  }

  private static boolean isHeadingRow(Passage passage, Sentences.Span span) {
    return passage.form() == Passage.Form.TABLE
        && span.end() <= headOf(passage.text()).length()
        && passage.text().indexOf('\n', span.end()) >= 0
        && passage.text().indexOf('\t') > span.start();
  }

  /// The aspects asked for that a unit is of the form to answer.
  static Set<Aspect> fits(Reading.Part part, Gist gist, Quote quote, String headings) {
    return aspects(part).stream()
        .filter(aspect -> fits(aspect, gist, quote, headings))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean fits(Aspect aspect, Gist gist, Quote quote, String headings) {
    var words = quote.words();
    boolean row = quote.passage().form() == Passage.Form.TABLE;
    return switch (aspect) {
      case VALUE -> NUMBER.matcher(words).find();
      case YEAR_ON_YEAR, PERIOD_ON_PERIOD ->
          words.contains("%") || words.contains("％") || words.contains("百分点");
      case WHEN -> DATE.matcher(words).find();
      case WHERE -> row || PLACE.matcher(words).find();
      case REASON -> REASON.matcher(words).find();
      case DEFINITION -> row || defines(gist, words) || isHeadedBy(gist, headings);
      case WHO -> NAME.matcher(words).find() || row && namesSomebody(gist, words);
      case LIST -> row || LISTS.matcher(words).find();
      case YES_NO, RANKING -> true;
    };
  }

  /// Whether a row's label says that a name follows, or is itself what is asked about.
  private static boolean namesSomebody(Gist gist, String row) {
    var label = Words.compact(row.split("\t", 2)[0]);
    return WHO_LABEL.matcher(label).find()
        || gist.concepts().stream()
            .flatMap(concept -> concept.names().stream())
            .anyMatch(name -> name.length() > 1 && label.contains(name));
  }

  /// Whether the section as such is about one of the concepts.
  private static boolean isHeadedBy(Gist gist, String section) {
    var headings = Words.compact(section);
    return gist.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .anyMatch(name -> name.length() > 1 && headings.contains(name));
  }

  /// Whether a sentence says what one of the concepts is, rather than merely naming it.
  static boolean defines(Gist gist, String words) {
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

  /// The aspects that only a certain form of unit can answer.
  public static Set<Aspect> formal(Reading.Part part) {
    return aspects(part).stream()
        .filter(aspect ->
            switch (aspect) {
              case VALUE, YEAR_ON_YEAR, PERIOD_ON_PERIOD, WHEN, WHERE, WHO, REASON, DEFINITION ->
                  true;
              case LIST, YES_NO, RANKING -> false;
            })
        .collect(Collectors.toUnmodifiableSet());
  }
}
