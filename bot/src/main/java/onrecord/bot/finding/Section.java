package onrecord.bot.finding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// What a disclosure says under one heading, and under the headings below that.
///
/// @param headings the path to its heading, outermost first; never empty
/// @param own the passages directly under it
/// @param parts the sections below it, in order
/// @param title its headings as questions are compared with them
record Section(
    Disclosure disclosure,
    List<String> headings,
    List<Passage> own,
    List<Section> parts,
    Title title) {

  private static final Pattern NUMBERING =
      Pattern.compile("^(第[一二三四五六七八九十百\\d]+[章节部分条]+|[（(]?[一二三四五六七八九十\\d]{1,3}[)）.、．\\s]+)+");

  /// @param own the heading
  /// @param path the headings from the outermost on
  /// @param numberless the heading without its number, compact
  record Title(Text own, Text path, String numberless) {

    static Title of(List<String> headings) {
      var heading = headings.getLast();
      var numberless = NUMBERING.matcher(heading.strip()).replaceFirst("");
      return new Title(
          Text.of(heading), Text.of(String.join("\n", headings)), Words.compact(numberless));
    }
  }

  Section {
    headings = List.copyOf(headings);
    own = List.copyOf(own);
    parts = List.copyOf(parts);
  }

  static Section of(
      Disclosure disclosure, List<String> headings, List<Passage> own, List<Section> parts) {
    return new Section(disclosure, headings, own, parts, Title.of(headings));
  }

  String heading() {
    return headings.getLast();
  }

  /// Its passages in reading order, those of the sections below it included.
  Stream<Passage> all() {
    return Stream.concat(own.stream(), parts.stream().flatMap(Section::all));
  }

  /// Whether a passage stands in it or below it.
  boolean holds(Passage passage) {
    return all().anyMatch(passage::equals);
  }
}
