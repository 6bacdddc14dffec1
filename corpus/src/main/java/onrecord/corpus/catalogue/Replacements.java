package onrecord.corpus.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.corpus.Passage;
import onrecord.corpus.Passage.Form;
import onrecord.corpus.Speaker;

/// Which passages of a disclosure a correction of parts of it replaces.
///
/// What stands before correction (更正前) is quoted word for word, so that it is recognised by its
/// rows and sentences; where a correction states the new table alone, by its caption, headings and
/// row labels.
final class Replacements {

  private static final int SHORTEST_QUOTE = 12;

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
    return ordinals;
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
