package onrecord.bot.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.corpus.Passage;
import org.jspecify.annotations.Nullable;

/// The units of a passage that can be quoted alone and state something, with all by which they are
/// judged whatever the question: sentences of prose, rows of a table.
///
/// @param question the investor's question that the sentences answer
/// @param context what stands above: the headings, of a table its caption and columns too
/// @param contextAndQuestion the same with the investor's question, which says nothing of a table
/// @param whole the passage itself
record Units(Text question, Text context, Text contextAndQuestion, Text whole, List<Unit> all) {

  /// How many passages are kept read, twice: some tens of megabytes.
  private static final int KEPT = 1_024;

  /// Up to so many cells a row belongs to a table of labels and values, whose rows share one
  /// subject.
  private static final int FEW_CELLS = 3;

  private static final Recent<Content, Units> READ = new Recent<>(KEPT, Units::read);

  private static final Pattern LABEL = Pattern.compile("[^，。；：:\\n]{2,14}[：:]");
  private static final Pattern FIGURE_CELL = Pattern.compile("[\\s\\d,.，．%％()（）+\\-－—/]*");
  private static final Pattern CONTACT =
      Pattern.compile(
          "地址|电话|传真|邮箱|信箱|网址|邮政编码|[Aa]ddress|[Tt]elephone|[Ff]ax\\b|[Ee]-?mail|[Ww]ebsite");
  private static final Pattern LEAD_IN = Pattern.compile("^(?:本?公司的?|本?报告期[内末]?|本期)");
  private static final Pattern BRACKETS = Pattern.compile("(?<=.)\\([^()]*\\)$");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?=\\s*年|[^\\d,.])");
  private static final Pattern GREETING =
      Pattern.compile(
          "(回答|答复|回复|答)?[：:]?\\s*(尊敬的投资者)?[，,]?\\s*(您好|你好)?[！!。，]?\\s*(感谢您?的?(关注|提问)[！!。]?)?");

  Units {
    all = List.copyOf(all);
  }

  /// A sentence or row.
  ///
  /// @param start offset of its first character in the passage's text
  /// @param end offset after its last
  /// @param words its own
  /// @param columns the headings of the columns in which a row states something
  /// @param cells the same, each behind the row's label: the names of its cells
  /// @param group the heading of the group of rows that it stands in
  /// @param isOfWhole whether it is to be understood from the whole passage
  /// @param labels what names it, its own label first
  /// @param above what stands over it
  /// @param years that it names
  /// @param isFigures whether it states figures and nothing else but its label
  record Unit(
      int start,
      int end,
      Text words,
      Text columns,
      Text cells,
      Text group,
      boolean isOfWhole,
      List<Label> labels,
      String above,
      List<String> years,
      boolean isFigures) {

    Unit {
      labels = List.copyOf(labels);
      years = List.copyOf(years);
    }
  }

  /// What names a unit.
  ///
  /// @param name compact, without what any label may begin or end with
  /// @param isOfContact whether it announces an address or the like
  record Label(String words, String compact, String name, boolean isOfContact) {

    static Label of(String words) {
      var compact = Words.compact(words);
      var name = BRACKETS.matcher(LEAD_IN.matcher(compact).replaceFirst("")).replaceFirst("");
      return new Label(words, compact, name, CONTACT.matcher(words).find());
    }
  }

  /// All of a passage that they depend on.
  private record Content(
      String text, Passage.Form form, List<String> headings, @Nullable String question) {}

  static Units of(Passage passage) {
    return READ.of(
        new Content(passage.text(), passage.form(), passage.headings(), passage.question()));
  }

  private static Units read(Content content) {
    return content.form() == Passage.Form.TABLE ? rows(content) : sentences(content);
  }

  private static String section(Content content) {
    return String.join(" > ", content.headings());
  }

  // --- sentences

  private static Units sentences(Content content) {
    var text = content.text();
    var section = section(content);
    var sentences = new ArrayList<Unit>();
    for (var span : Sentences.ofProse(text)) {
      var words = text.substring(span.start(), span.end());
      if (!saysNothing(words) && !Orders.areIn(words)) {
        sentences.add(sentence(span, words, section));
      }
    }
    var question = content.question() == null ? "" : content.question();
    var context = Text.of(section);
    return new Units(
        Text.of(question),
        context,
        question.isEmpty() ? context : Text.of(section + "\n" + question),
        Text.of(text),
        sentences);
  }

  private static boolean saysNothing(String words) {
    return Ticks.isForm(words) || Sentences.isTitle(words) || GREETING.matcher(words).matches();
  }

  private static Unit sentence(Sentences.Span span, String words, String section) {
    boolean isLabelled = LABEL.matcher(words).lookingAt();
    var label = isLabelled ? words.split("[：:]", 2)[0] : "";
    return new Unit(
        span.start(),
        span.end(),
        Text.of(words),
        Text.EMPTY,
        Text.EMPTY,
        Text.EMPTY,
        isLabelled,
        List.of(Label.of(label)),
        section,
        Timeliness.years(YEAR, words),
        isOnlyFigures(words));
  }

  // --- rows

  private static Units rows(Content content) {
    var grid = Grid.of(content.text());
    var reading = new Rows(content.text(), grid, new HashMap<>(), new HashMap<>());
    var rows =
        grid.rows().stream()
            .filter(Grid.Row::statesSomething)
            .filter(row -> !Orders.areIn(content.text().substring(row.start(), row.end())))
            .map(reading::unit)
            .toList();
    var head = grid.caption() + "\n" + String.join("\t", grid.headings());
    var context = Text.of(section(content) + "\n" + head);
    return new Units(Text.EMPTY, context, context, Text.of(content.text()), rows);
  }

  /// The rows of a table, which mostly share their headings.
  private record Rows(
      String text, Grid grid, Map<String, Text> columns, Map<String, Label> headings) {

    Unit unit(Grid.Row row) {
      var words = text.substring(row.start(), row.end());
      var filled = filled(row);
      var labels = new ArrayList<Label>();
      labels.add(Label.of(row.label()));
      filled.forEach(heading -> labels.add(headings.computeIfAbsent(heading, Label::of)));
      var above = String.join("\n", filled);
      return new Unit(
          row.start(),
          row.end(),
          Text.of(words),
          columns.computeIfAbsent(above, Text::of),
          Text.of(
              filled.stream()
                  .map(heading -> row.label() + heading)
                  .collect(Collectors.joining("\n"))),
          Text.of(row.group()),
          row.cells().size() <= FEW_CELLS,
          labels,
          above,
          Timeliness.years(YEAR, words),
          isOnlyFigures(words));
    }

    private List<String> filled(Grid.Row row) {
      var headings = new ArrayList<String>();
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          headings.add(grid.heading(i));
        }
      }
      return headings;
    }
  }

  private static boolean isOnlyFigures(String words) {
    var cells = words.split("\t", -1);
    return cells.length > 1
        && Arrays.stream(cells).skip(1).allMatch(cell -> FIGURE_CELL.matcher(cell).matches());
  }
}
