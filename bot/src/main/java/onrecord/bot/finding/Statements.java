package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.finding.Units.Label;
import onrecord.bot.finding.Units.Unit;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// Ranks the sentences and rows of what was found by how well they answer a part of a question.
final class Statements {

  /// From this share of common terms on (Dice's coefficient) two questions are the same.
  private static final double SAME_QUESTION = 0.5;

  /// What speaks for a label that is the very name of what is asked about.
  private static final double NAME = 0.3;

  /// What a row's own label counts more than the heading of a column.
  private static final double ROW_LABEL = 1.2;

  /// Below this closeness a row of figures is named for something else: the shareholders in
  /// 归属于上市公司股东的净资产 are not counted by it. Half of what closeness gives to the very name.
  private static final double CLOSE = 0.15;

  private static final Pattern PRESENT = Pattern.compile("现任|现在|目前|当前|最新|如今|now|current|latest");
  private static final Pattern WHO_LABEL = Pattern.compile("姓名|名称|人员|代表|负责人|[Nn]ame");
  private static final Pattern WHEN_LABEL = Pattern.compile("时间|日期|[Dd]ate|[Tt]ime");
  private static final Pattern WHERE_LABEL =
      Pattern.compile("地点|地址|住所|[Aa]ddress|[Ll]ocation|[Vv]enue");

  private Statements() {}

  /// A passage to look into.
  ///
  /// @param prior what speaks for the passage as a whole, 0 to 1
  /// @param nearness how nearly its section is headed by what is asked about, 0 to 1
  record Source(Disclosure disclosure, Passage passage, double prior, double nearness) {}

  /// The units of the passages, best first.
  static List<Candidate> rank(Asked asked, List<Source> sources) {
    var ranking = Ranking.of(asked, sources);
    var candidates = new ArrayList<Candidate>();
    sources.forEach(source -> ranking.add(source, candidates));
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.quote().passage().id().value())
            .thenComparingInt(candidate -> candidate.quote().start()));
    return candidates;
  }

  /// How the units of passages are judged by one part of a question.
  ///
  /// @param placed the rows in the place that the question names; empty where it names none
  /// @param weights of the concepts asked about
  /// @param newness what a decade counts
  private record Ranking(
      Reading.Part part,
      Set<String> terms,
      Set<Aspect> aspects,
      Gist gist,
      Optional<Set<Quote>> placed,
      Rarity rarity,
      double[] weights,
      boolean asksForNumber,
      double newness) {

    static Ranking of(Asked asked, List<Source> sources) {
      var part = asked.part();
      return new Ranking(
          part,
          Text.of(part.text()).terms(),
          Forms.aspects(part),
          asked.gist(),
          Place.in(part.text()).map(place -> Set.copyOf(place.rows(sources))),
          asked.rarity(),
          asked.gist().weights(asked.rarity()),
          Forms.asksForNumber(part),
          newness(part));
    }

    /// Speaks for newer disclosures where no period is asked about, and most where the present is.
    private static double newness(Reading.Part part) {
      return PRESENT.matcher(part.text()).find() ? 0.6 : part.periods().isEmpty() ? 0.1 : 0;
    }

    /// Adds the units of a passage.
    void add(Source source, List<Candidate> candidates) {
      var units = Units.of(source.passage());
      var context = presence(isSameQuestion(units) ? units.contextAndQuestion() : units.context());
      var whole = presence(units.whole());
      for (var unit : units.all()) {
        var own = max(presence(unit.words()), presence(unit.columns()), 0.9);
        own = max(own, presence(unit.cells()), 0.95);
        var covered = max(own, presence(unit.group()), 0.95);
        covered = max(covered, context, 1);
        covered = unit.isOfWhole() ? max(covered, whole, 0.9) : covered;
        candidates.add(candidate(source, unit, own, covered, context));
      }
    }

    /// Whether the investor asked in substance what is asked now: then the reply as a whole answers
    /// it. Otherwise the investor's words only help to find.
    private boolean isSameQuestion(Units units) {
      var before = units.question().terms();
      double common = before.stream().filter(terms::contains).count();
      return 2 * common >= SAME_QUESTION * (terms.size() + before.size());
    }

    private double[] presence(Text text) {
      return gist.presence(text, rarity);
    }

    private Candidate candidate(
        Source source, Unit unit, double[] own, double[] covered, double[] context) {
      var quote = new Quote(source.disclosure(), source.passage(), unit.start(), unit.end());
      var label = unit.labels().getFirst();
      double ownShare = Gist.share(weights, own);
      double closeness = unit.labels().stream().mapToDouble(this::closeness).max().orElse(0);
      double coverage = coverage(quote, unit, closeness, Gist.share(weights, covered));
      var fits = Forms.fits(aspects, gist, quote, unit.above());
      boolean named =
          isNamedBy(label)
              || unit.labels().stream().anyMatch(one -> isNamedBy(one) && closeness(one) > 0);
      double score =
          ownShare
              + 0.6 * (coverage - ownShare)
              + 0.65 * source.prior()
              + 0.3 * source.nearness()
              + (fits.size() == aspects.size() ? 0.2 : 0)
              + (named && coverage >= 0.6 ? 0.8 : 0)
              - (unit.isFigures() && !asksForNumber ? 0.5 : 0)
              + 0.15 * Gist.share(weights, context)
              + closeness
              + ROW_LABEL * closeness(label)
              + timeliness(unit)
              + recency(source);
      return new Candidate(quote, ownShare, coverage, closeness(label) / NAME, named, fits, score);
    }

    /// How much of what is asked about stands with a unit, if it may answer at all.
    private double coverage(Quote quote, Unit unit, double closeness, double covered) {
      if (placed.isPresent()) {
        return placed.get().contains(quote) ? 1 : 0;
      }
      boolean isOfOther = unit.isFigures() && asksForNumber && closeness < CLOSE;
      return isOfOther || isUnaskedContact(unit.labels().getFirst()) ? 0 : covered;
    }

    /// Whether the label announces an address or the like that nobody asked for.
    private boolean isUnaskedContact(Label label) {
      return label.isOfContact() && gist.covered(label.compact()) == 0;
    }

    private double recency(Source source) {
      var published = source.disclosure().publishedAt();
      if (published == null) {
        return 0;
      }
      double decades = (published.getEpochSecond() - 1.4e9) / 3.2e8;
      return newness * decades;
    }

    /// How nearly a label is the name of what is asked about, and no more than it.
    private double closeness(Label label) {
      double closest = 0;
      for (var concept : gist.concepts()) {
        for (var name : concept.names()) {
          if (name.length() > 1 && label.name().contains(name)) {
            closest = Math.max(closest, NAME * name.length() / label.name().length());
          }
        }
      }
      return closest;
    }

    /// Whether the label is the very thing asked for: 姓名 for who, 时间 for when.
    private boolean isNamedBy(Label label) {
      return aspects.contains(Aspect.WHO) && WHO_LABEL.matcher(label.words()).find()
          || aspects.contains(Aspect.WHEN) && WHEN_LABEL.matcher(label.words()).find()
          || aspects.contains(Aspect.WHERE) && WHERE_LABEL.matcher(label.words()).find();
    }

    /// Speaks for a sentence of a year asked about and against one of other years only.
    private double timeliness(Unit unit) {
      return Timeliness.of(unit.years(), part, -0.3);
    }

    private static double[] max(double[] some, double[] others, double factor) {
      var max = some.clone();
      for (int i = 0; i < max.length; i++) {
        max[i] = Math.max(max[i], factor * others[i]);
      }
      return max;
    }
  }

  /// The caption and heading lines of a table.
  static String headOf(String table) {
    var lines = table.split("\n", 3);
    return lines.length < 3 ? lines[0] : lines[0] + "\n" + lines[1];
  }
}
