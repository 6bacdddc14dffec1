package onrecord.bot.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Passage;
import onrecord.corpus.SecuritiesCode;

/// The sections of an issuer's disclosures, as their headings order them.
public final class SectionBook {

  private final PerDisclosure<List<Section>> outlines;

  public SectionBook(Corpus corpus) {
    outlines = new PerDisclosure<>(corpus, SectionBook::outline);
  }

  /// All sections of the disclosures in force, those below others included: the newest disclosure
  /// first, each in reading order.
  List<Section> all(SecuritiesCode issuer, Instant asOf) {
    return outlines.inForce(issuer, asOf).stream().flatMap(List::stream).toList();
  }

  private static List<Section> outline(Corpus corpus, Disclosure disclosure) {
    return below(List.of(), corpus.passages(disclosure.id()), disclosure).stream()
        .flatMap(SectionBook::flat)
        .toList();
  }

  private static Stream<Section> flat(Section section) {
    return Stream.concat(Stream.of(section), section.parts().stream().flatMap(SectionBook::flat));
  }

  /// The sections directly below a heading path; each is a run of passages that share one heading
  /// more.
  private static List<Section> below(
      List<String> path, List<Passage> passages, Disclosure disclosure) {
    var sections = new ArrayList<Section>();
    var run = new ArrayList<Passage>();
    for (var passage : passages) {
      if (!run.isEmpty() && !isUnderTheSame(run.getFirst(), passage, path.size())) {
        section(path, run, disclosure).ifPresent(sections::add);
        run.clear();
      }
      run.add(passage);
    }
    if (!run.isEmpty()) {
      section(path, run, disclosure).ifPresent(sections::add);
    }
    return sections;
  }

  private static boolean isUnderTheSame(Passage one, Passage other, int depth) {
    return heading(one, depth).equals(heading(other, depth));
  }

  private static String heading(Passage passage, int depth) {
    return passage.headings().size() > depth ? passage.headings().get(depth) : "";
  }

  private static Optional<Section> section(
      List<String> path, List<Passage> run, Disclosure disclosure) {
    var heading = heading(run.getFirst(), path.size());
    if (heading.isEmpty()) {
      return Optional.empty();
    }
    var headings = Stream.concat(path.stream(), Stream.of(heading)).toList();
    var own = run.stream().filter(passage -> passage.headings().equals(headings)).toList();
    return Optional.of(
        Section.of(disclosure, headings, own, below(headings, List.copyOf(run), disclosure)));
  }
}
