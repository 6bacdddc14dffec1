package onrecord.corpus.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.corpus.Passage;
import onrecord.corpus.Passage.Form;
import onrecord.corpus.Speaker;

/// Which passages of a disclosure a correction of parts of it replaces.
///
/// What stands before correction (更正前) is quoted word for word, so that it is recognised by its
/// rows and sentences; where a correction states the new table alone, by its caption, headings and
/// row labels; where it names a section, by the section's heading.
final class Replacements {

  private static final int SHORTEST_QUOTE = 12;

  /// A heading shorter than this may stand in any sentence by chance.
  private static final int SHORTEST_HEADING = 4;

  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(第[一二三四五六七八九十百\\d]+[章节部分条]|[（(]?[一二三四五六七八九十\\d.]+[）)]?[、.．]?|(?i:item|part|note|section)\\s*\\d+\\w?[.:]?)\\s*");

  private Replacements() {}

  /// The ordinals of the passages replaced.
  static List<Integer> of(List<Passage> corrected, List<Passage> correction) {
    var before = correction.stream().filter(Replacements::isBefore).toList();
    var tables = before.stream().filter(passage -> passage.form() == Form.TABLE).toList();
    var rows = tables.isEmpty() ? List.<Passage>of() : tables;
    var ordinals = new ArrayList<Integer>();
    for (var passage : corrected) {
      var replaced =
          passage.form() == Form.TABLE
              ? rows.isEmpty()
                  ? correction.stream().anyMatch(table -> isSameTable(passage, table))
                  : rows.stream().anyMatch(table -> sharesRows(passage, table))
              : before.stream().anyMatch(quote -> quotes(quote, passage));
      if (replaced && passage.speaker() != Speaker.BOILERPLATE) {
        ordinals.add(passage.ordinal());
      }
    }
    return ordinals.isEmpty() && before.isEmpty() ? inSections(corrected, correction) : ordinals;
  }

  /// Whether a correction neither quotes what it corrects, nor states a table, nor names a section:
  /// then it is meant for the whole.
  static boolean namesNoPart(List<Passage> corrected, List<Passage> correction) {
    return correction.stream()
            .noneMatch(passage -> isBefore(passage) || passage.form() == Form.TABLE)
        && inSections(corrected, correction).isEmpty();
  }

  /// The passages under the innermost headings that a correction names.
  private static List<Integer> inSections(List<Passage> corrected, List<Passage> correction) {
    var said =
        correction.stream()
            .map(passage -> passage.section() + " " + passage.text())
            .map(Replacements::plain)
            .collect(Collectors.joining("\n"));
    var named =
        corrected.stream()
            .flatMap(passage -> passage.headings().stream())
            .distinct()
            .filter(heading -> names(said, heading) && !headsAll(heading, corrected))
            .collect(Collectors.toSet());
    var depth = corrected.stream().mapToInt(passage -> depth(passage, named)).max().orElse(0);
    return corrected.stream()
        .filter(passage -> depth > 0 && depth(passage, named) == depth)
        .filter(passage -> passage.speaker() != Speaker.BOILERPLATE)
        .map(Passage::ordinal)
        .toList();
  }

  /// How deep the innermost of some headings stands over a passage, from 1; 0 where none does.
  private static int depth(Passage passage, Set<String> named) {
    var headings = passage.headings();
    for (int depth = headings.size(); depth > 0; depth--) {
      if (named.contains(headings.get(depth - 1))) {
        return depth;
      }
    }
    return 0;
  }

  private static boolean names(String said, String heading) {
    var words = NUMBERING.matcher(plain(heading)).replaceFirst("");
    return words.length() >= SHORTEST_HEADING && said.contains(words);
  }

  /// A heading over most of a document is its title.
  private static boolean headsAll(String heading, List<Passage> corrected) {
    var under = corrected.stream().filter(passage -> passage.headings().contains(heading)).count();
    return under * 3 > corrected.size() * 2L;
  }

  private static boolean isBefore(Passage passage) {
    return passage.speaker() == Speaker.BOILERPLATE
        && (passage.form() == Form.TABLE || passage.text().length() >= SHORTEST_QUOTE);
  }

  /// Half the rows of the smaller one stand in both, with their values: a total may be repeated in
  /// many tables.
  private static boolean sharesRows(Passage passage, Passage before) {
    var rows = rowsWithValues(passage);
    var quoted = rowsWithValues(before);
    var shared = new HashSet<>(rows);
    shared.retainAll(quoted);
    return !shared.isEmpty() && shared.size() * 2 >= Math.min(rows.size(), quoted.size());
  }

  private static Set<String> rowsWithValues(Passage table) {
    return table
        .text()
        .lines()
        .filter(line -> line.contains("\t") && line.matches(".*\\d.*"))
        .map(Replacements::plain)
        .collect(Collectors.toSet());
  }

  private static boolean isSameTable(Passage passage, Passage table) {
    if (table.form() != Form.TABLE || table.speaker() == Speaker.BOILERPLATE) {
      return false;
    }
    var labels = labels(table);
    var shared = new HashSet<>(labels(passage));
    shared.retainAll(labels);
    return !labels.isEmpty()
        && columns(passage) == columns(table)
        && shared.size() * 3 >= labels.size() * 2;
  }

  private static Set<String> labels(Passage table) {
    return table
        .text()
        .lines()
        .filter(line -> line.contains("\t"))
        .map(line -> plain(line.substring(0, line.indexOf('\t'))))
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }

  private static long columns(Passage table) {
    return table
        .text()
        .lines()
        .mapToLong(line -> line.chars().filter(c -> c == '\t').count())
        .max()
        .orElse(0);
  }

  private static boolean quotes(Passage before, Passage passage) {
    if (before.form() == Form.TABLE) {
      return false;
    }
    var quoted = plain(before.text().replaceFirst("^.{0,20}前.{0,6}[:：]", ""));
    var printed = plain(passage.text());
    return quoted.length() >= SHORTEST_QUOTE
        && (printed.contains(quoted)
            || (printed.length() >= SHORTEST_QUOTE && quoted.contains(printed)));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\"“”]", "");
  }
}
