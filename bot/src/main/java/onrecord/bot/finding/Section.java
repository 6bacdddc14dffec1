package onrecord.bot.finding;

import java.util.List;
import java.util.stream.Stream;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;

/// What a disclosure says under one heading, and under the headings below that.
///
/// @param headings the path to its heading, outermost first; never empty
/// @param own the passages directly under it
/// @param parts the sections below it, in order
record Section(
    Disclosure disclosure, List<String> headings, List<Passage> own, List<Section> parts) {

  Section {
    headings = List.copyOf(headings);
    own = List.copyOf(own);
    parts = List.copyOf(parts);
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
