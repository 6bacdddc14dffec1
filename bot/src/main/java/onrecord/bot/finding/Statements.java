package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Aspect;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// Ranks the sentences and rows of what was found by how well they answer a part of a question.
final class Statements {

  /// From this share of common terms on (Dice's coefficient) two questions are the same.
  private static final double SAME_QUESTION = 0.5;

  /// Up to so many cells a row belongs to a table of labels and values, whose rows share one
  /// subject.
  private static final int FEW_CELLS = 3;

  /// What speaks for a label that is the very name of what is asked about.
  private static final double NAME = 0.3;

  /// What a row's own label counts more than the heading of a column.
  private static final double ROW_LABEL = 1.2;

  /// Below this closeness a row of figures is named for something else: the shareholders in
  /// 归属于上市公司股东的净资产 are not counted by it. Half of what closeness gives to the very name.
  private static final double CLOSE = 0.15;

  private static final Pattern PRESENT = Pattern.compile("现任|现在|目前|当前|最新|如今|now|current|latest");
  private static final Pattern LABEL = Pattern.compile("[^，。；：:\\n]{2,14}[：:]");
  private static final Pattern FIGURE_CELL = Pattern.compile("[\\s\\d,.，．%％()（）+\\-－—/]*");
  private static final Pattern WHO_LABEL = Pattern.compile("姓名|名称|人员|代表|负责人|[Nn]ame");
  private static final Pattern WHEN_LABEL = Pattern.compile("时间|日期|[Dd]ate|[Tt]ime");
  private static final Pattern WHERE_LABEL =
      Pattern.compile("地点|地址|住所|[Aa]ddress|[Ll]ocation|[Vv]enue");
  private static final Pattern CONTACT =
      Pattern.compile(
          "地址|电话|传真|邮箱|信箱|网址|邮政编码|[Aa]ddress|[Tt]elephone|[Ff]ax\\b|[Ee]-?mail|[Ww]ebsite");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?=\\s*年|[^\\d,.])");
  private static final Pattern GREETING =
      Pattern.compile(
          "(回答|答复|回复|答)?[：:]?\\s*(尊敬的投资者)?[，,]?\\s*(您好|你好)?[！!。，]?\\s*(感谢您?的?(关注|提问)[！!。]?)?");

  private Statements() {}

  /// A passage to look into.
  ///
  /// @param prior what speaks for the passage as a whole, 0 to 1
  /// @param nearness how nearly its section is headed by what is asked about, 0 to 1
  record Source(Disclosure disclosure, Passage passage, double prior, double nearness) {}

  /// The units of the passages, best first.
  static List<Candidate> rank(Asked asked, List<Source> sources) {
    var part = asked.part();
    var gist = asked.gist();
    var rarity = asked.rarity();
    var candidates = new ArrayList<Candidate>();
    var place = Place.in(part.text());
    var placed = place.map(one -> Set.copyOf(one.rows(sources)));
    var weights = gist.weights(rarity);
    for (var source : sources) {
      new Ranking(part, gist, source, placed, rarity, weights).addTo(candidates);
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
      Reading.Part part,
      Gist gist,
      Source source,
      Optional<Set<Quote>> placed,
      Rarity rarity,
      double[] weights) {

    void addTo(List<Candidate> candidates) {
      if (source.passage().form() == Passage.Form.TABLE) {
        addRows(candidates);
      } else {
        addSentences(candidates);
      }
    }

    private void addSentences(List<Candidate> candidates) {
      var passage = source.passage();
      var question = isSameQuestion() ? questionOf(passage) : "";
      var context = gist.presence(passage.section() + "\n" + question, rarity);
      var whole = gist.presence(passage.text(), rarity);
      for (var span : Sentences.of(passage)) {
        var quote = quote(span.start(), span.end());
        if (!saysNothing(quote.words())) {
          boolean labelled = LABEL.matcher(quote.words()).lookingAt();
          var own = gist.presence(quote.words(), rarity);
          var covered = labelled ? max(max(own, context, 1), whole, 0.9) : max(own, context, 1);
          var label = labelled ? quote.words().split("[：:]", 2)[0] : "";
          candidates.add(
              candidate(quote, own, covered, context, List.of(label), passage.section()));
        }
      }
    }

    private void addRows(List<Candidate> candidates) {
      var passage = source.passage();
      var grid = Grid.of(passage);
      var head = grid.caption() + "\n" + String.join("\t", grid.headings());
      var context = gist.presence(passage.section() + "\n" + head, rarity);
      var whole = gist.presence(passage.text(), rarity);
      for (var row : grid.rows()) {
        if (row.statesSomething()) {
          var quote = quote(row.start(), row.end());
          var own = max(gist.presence(quote.words(), rarity), columns(grid, row), 0.9);
          own = max(own, cells(grid, row), 0.95);
          var covered = max(own, gist.presence(row.group(), rarity), 0.95);
          covered = max(covered, context, 1);
          if (row.cells().size() <= FEW_CELLS) {
            covered = max(covered, whole, 0.9);
          }
          var headings = filled(grid, row);
          candidates.add(
              candidate(
                  quote,
                  own,
                  covered,
                  context,
                  Stream.concat(Stream.of(row.label()), headings.stream()).toList(),
                  String.join("\n", headings)));
        }
      }
    }

    /// How much of each concept the headings name of the columns in which a row states something.
    private double[] columns(Grid grid, Grid.Row row) {
      return gist.presence(String.join("\n", filled(grid, row)), rarity);
    }

    /// The same of the row's label and a column's heading together, which are the name of a cell.
    private double[] cells(Grid grid, Grid.Row row) {
      return gist.presence(
          filled(grid, row).stream()
              .map(heading -> row.label() + heading)
              .collect(Collectors.joining("\n")),
          rarity);
    }

    private static List<String> filled(Grid grid, Grid.Row row) {
      var headings = new ArrayList<String>();
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          headings.add(grid.heading(i));
        }
      }
      return headings;
    }

    private Quote quote(int start, int end) {
      return new Quote(source.disclosure(), source.passage(), start, end);
    }

    private Candidate candidate(
        Quote quote,
        double[] own,
        double[] covered,
        double[] context,
        List<String> labels,
        String above) {
      double ownShare = Gist.share(weights, own);
      double coverage = Gist.share(weights, covered);
      double closeness = labels.stream().mapToDouble(this::closeness).max().orElse(0);
      boolean figuresOnly = isOnlyNumbers(quote);
      if (placed.isPresent()) {
        coverage = placed.get().contains(quote) ? 1 : 0;
      } else if (isOfContact(labels.getFirst())) {
        coverage = 0;
      } else if (figuresOnly && Forms.asksForNumber(part) && closeness < CLOSE) {
        coverage = 0;
      }
      var fits = Forms.fits(part, gist, quote, above);
      boolean named =
          isNamedBy(labels.getFirst())
              || labels.stream().anyMatch(label -> isNamedBy(label) && closeness(label) > 0);
      double score =
          ownShare
              + 0.6 * (coverage - ownShare)
              + 0.65 * source.prior()
              + 0.3 * source.nearness()
              + (fits.size() == Forms.aspects(part).size() ? 0.2 : 0)
              + (named && coverage >= 0.6 ? 0.8 : 0)
              - (figuresOnly && !Forms.asksForNumber(part) ? 0.5 : 0)
              + 0.15 * Gist.share(weights, context)
              + closeness
              + ROW_LABEL * closeness(labels.getFirst())
              + timeliness(quote)
              + recency();
      double labelled = closeness(labels.getFirst()) / NAME;
      return new Candidate(quote, ownShare, coverage, labelled, named, fits, score);
    }

    /// Speaks for newer disclosures where no period is asked about, and most where the present is.
    private double recency() {
      var published = source.disclosure().publishedAt();
      if (published == null) {
        return 0;
      }
      double decades = (published.getEpochSecond() - 1.4e9) / 3.2e8;
      return (PRESENT.matcher(part.text()).find() ? 0.6 : part.periods().isEmpty() ? 0.1 : 0)
          * decades;
    }

    /// Whether the investor asked in substance what is asked now: then the reply as a whole answers
    /// it. Otherwise the investor's words only help to find.
    private boolean isSameQuestion() {
      var asked = new HashSet<>(Words.terms(part.text()));
      var before = new HashSet<>(Words.terms(questionOf(source.passage())));
      double common = before.stream().filter(asked::contains).count();
      return 2 * common >= SAME_QUESTION * (asked.size() + before.size());
    }

    /// How nearly a label is the name of what is asked about, and no more than it.
    private double closeness(String label) {
      var compact =
          Words.compact(label)
              .replaceFirst("^(?:本?公司的?|本?报告期[内末]?|本期)", "")
              .replaceFirst("(?<=.)\\([^()]*\\)$", "");
      return gist.concepts().stream()
          .flatMap(concept -> concept.names().stream())
          .filter(name -> name.length() > 1 && compact.contains(name))
          .mapToDouble(name -> NAME * name.length() / compact.length())
          .max()
          .orElse(0);
    }

    /// Whether the label announces an address or the like that nobody asked for.
    private boolean isOfContact(String label) {
      return CONTACT.matcher(label).find() && gist.covered(Words.compact(label)) == 0;
    }

    /// Whether the label is the very thing asked for: 姓名 for who, 时间 for when.
    private boolean isNamedBy(String label) {
      var aspects = Forms.aspects(part);
      return aspects.contains(Aspect.WHO) && WHO_LABEL.matcher(label).find()
          || aspects.contains(Aspect.WHEN) && WHEN_LABEL.matcher(label).find()
          || aspects.contains(Aspect.WHERE) && WHERE_LABEL.matcher(label).find();
    }

    /// Speaks for a sentence of a year asked about and against one of other years only.
    private double timeliness(Quote quote) {
      return Timeliness.of(YEAR.matcher(quote.words()), part, -0.3);
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
    return Ticks.isForm(words) || Sentences.isTitle(words) || GREETING.matcher(words).matches();
  }

  /// A row that states figures and nothing else but its label.
  private static boolean isOnlyNumbers(Quote quote) {
    var cells = quote.words().split("\t", -1);
    return cells.length > 1
        && Arrays.stream(cells).skip(1).allMatch(cell -> FIGURE_CELL.matcher(cell).matches());
  }

  private static String questionOf(Passage passage) {
    return passage.question() == null ? "" : passage.question();
  }

  /// The caption and heading lines of a table.
  static String headOf(String table) {
    var lines = table.split("\n", 3);
    return lines.length < 3 ? lines[0] : lines[0] + "\n" + lines[1];
  }
}
