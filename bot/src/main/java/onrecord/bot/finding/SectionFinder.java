package onrecord.bot.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.bot.Reading;
import onrecord.bot.Reading.AskedPeriod;

/// Finds the sections whose headings name what is asked about.
///
/// Reports follow a prescribed form, so what a heading names stands below it, in words of its own
/// that need not repeat the heading.
final class SectionFinder {

  /// How many sections are looked into.
  private static final int DEPTH = 4;

  /// Below this nearness a heading only shares a word with the question.
  private static final double SHARES_A_WORD = 0.4;

  /// What counts for a heading of which only the end is about what is asked.
  private static final double TAIL = 0.85;

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d{2}(?=\\s*年)");
  private static final Pattern FILLER =
      Pattern.compile(
          "报告期内?|本年度?|可能|面对|面临|应对|公司|情况|说明|分析|介绍|简介|概况|概述|简况|相关|有关|事项|所从事|从事|讨论与|重大|或|及其|及|与|和|的|、|：|:");

  private final SectionBook book;

  SectionFinder(SectionBook book) {
    this.book = book;
  }

  /// A section that is headed by what is asked about.
  ///
  /// @param nearness the share of the question that its headings name, less what else its heading
  ///   names, 0 to 1
  record Near(Section section, double nearness) {}

  /// The nearest first; of equally near ones that of the period asked about, else the newest.
  List<Near> find(Asked asked) {
    var part = asked.part();
    var gist = asked.gist();
    var rarity = asked.rarity();
    if (gist.isEmpty()) {
      return List.of();
    }
    var weights = gist.weights(rarity);
    return book.all(asked.issuer(), asked.asOf()).stream()
        .map(section ->
            new Near(section, nearness(section, gist, weights, rarity) + timeliness(section, part)))
        .filter(near -> near.nearness() >= SHARES_A_WORD)
        .sorted(
            Comparator.comparingDouble((Near near) -> -Math.round(near.nearness() * 20))
                .thenComparing(near -> !isOfPeriodAsked(near.section(), part))
                .thenComparing(near -> near.section().headings().size()))
        .limit(DEPTH)
        .toList();
  }

  private static boolean isOfPeriodAsked(Section section, Reading.Part part) {
    var period = Optional.ofNullable(section.disclosure().period());
    return part.periods().stream()
        .map(AskedPeriod::period)
        .anyMatch(asked -> period.filter(asked::equals).isPresent());
  }

  /// A heading that names a year is about that year alone.
  private static double timeliness(Section section, Reading.Part part) {
    return Timeliness.of(Timeliness.years(YEAR, section.heading()), part, -0.4);
  }

  private static double nearness(Section section, Gist gist, double[] weights, Rarity rarity) {
    double exactness = exactness(section.title(), gist);
    if (exactness < SHARES_A_WORD / 2) {
      return 0;
    }
    var own = gist.presence(section.title().own(), rarity);
    if (Gist.share(weights, own) < SHARES_A_WORD / 2) {
      return 0;
    }
    var above = gist.presence(section.title().path(), rarity);
    for (int i = 0; i < own.length; i++) {
      own[i] = Math.max(own[i], 0.9 * above[i]);
    }
    return Gist.share(weights, own) * (0.4 + 0.6 * exactness);
  }

  /// How much of a heading is what is asked about: the whole, or at least the end of one that first
  /// enumerates whom the matter concerns (董事、监事、控股股东处罚及整改). Its number and the words that any
  /// heading may bear do not count.
  private static double exactness(Section.Title title, Gist gist) {
    if (!gist.touches(title.numberless())) {
      return 0;
    }
    var bare = FILLER.matcher(gist.masked(title.numberless())).replaceAll("");
    return Math.max(marked(bare), TAIL * marked(bare.substring(bare.indexOf(Gist.MARK))));
  }

  private static double marked(String masked) {
    return (double) masked.chars().filter(c -> c == Gist.MARK).count() / masked.length();
  }
}
