package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    for (var found : evidence) {
      for (var span : Sentences.of(found.passage())) {
        var quote = new Quote(found.disclosure(), found.passage(), span.start(), span.end());
        if (!TICK_ONLY.matcher(quote.words()).matches() && !isHeadingRow(found.passage(), span)) {
          candidates.add(candidate(part, gist, quote, found, rarity));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.quote().passage().id().value())
            .thenComparingInt(candidate -> candidate.quote().start()));
    return candidates;
  }

  private static Candidate candidate(
      Reading.Part part, Gist gist, Quote quote, Evidence found, Rarity rarity) {
    var passage = found.passage();
    var context = passage.section() + "\n" + questionOf(passage) + "\n" + captionOf(passage);
    if (GREETING.matcher(quote.words()).matches()) {
      return new Candidate(quote, 0, 0, false, 0);
    }
    double own = gist.coverage(quote.words(), rarity);
    double coverage = gist.coverage(context + "\n" + quote.words(), rarity);
    boolean fits = fits(part, gist, quote, context);
    double score =
        own
            + 0.6 * (coverage - own)
            + 0.25 / found.rank()
            + 0.4 * found.coverage()
            + (fits ? 0.2 : 0)
            + timeliness(part, quote);
    return new Candidate(quote, own, coverage, fits, score);
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

  /// Whether a unit is of the form that was asked for.
  static boolean fits(Reading.Part part, Gist gist, Quote quote, String context) {
    var words = quote.words();
    return part.aspects().stream()
        .allMatch(aspect ->
            switch (aspect) {
              case VALUE -> NUMBER.matcher(words).find();
              case YEAR_ON_YEAR, PERIOD_ON_PERIOD ->
                  words.contains("%") || words.contains("％") || words.contains("百分点");
              case WHEN -> DATE.matcher(words).find();
              case REASON -> REASON.matcher(words).find();
              case DEFINITION ->
                  quote.passage().form() == Passage.Form.TABLE
                      || defines(gist, words)
                      || isHeadedBy(gist, context);
              case WHO ->
                  quote.passage().form() == Passage.Form.TABLE || NAME.matcher(words).find();
              case LIST ->
                      quote.passage().form() == Passage.Form.TABLE || LISTS.matcher(words).find();
                  case WHERE, YES_NO, RANKING -> true;
            });
  }

  /// Whether the section as such is about one of the concepts.
  private static boolean isHeadedBy(Gist gist, String context) {
    var headings = Words.compact(context.lines().findFirst().orElse(""));
    return gist.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .anyMatch(name -> name.length() > 1 && headings.contains(name));
  }

  /// Whether a sentence says what one of the concepts is, rather than merely naming it.
  static boolean defines(Gist gist, String words) {
    var compact = Words.compact(words);
    return gist.concepts().stream()
        .flatMap(concept -> concept.names().stream())
        .filter(name -> name.length() > 1)
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

  /// Whether the part asks for something that only a certain form of unit can answer.
  public static boolean asksForForm(Reading.Part part) {
    return part.aspects().contains(Aspect.VALUE)
        || part.aspects().contains(Aspect.YEAR_ON_YEAR)
        || part.aspects().contains(Aspect.PERIOD_ON_PERIOD)
        || part.aspects().contains(Aspect.WHEN)
        || part.aspects().contains(Aspect.WHO)
        || part.aspects().contains(Aspect.DEFINITION);
  }
}
