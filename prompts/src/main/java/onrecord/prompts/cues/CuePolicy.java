package onrecord.prompts.cues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.prompts.Policy;

/// The policy with its expressions compiled.
record CuePolicy(
    Map<Kind, List<Wording>> cueWordings,
    Map<Trait, List<Wording>> traitWordings,
    Set<String> companies,
    Map<String, List<String>> nicknames,
    Thresholds thresholds,
    List<Example> examples,
    Leaning leaning)
    implements Policy {

  private static final Comparator<Cue> LONGEST_FIRST =
      Comparator.comparingInt((Cue cue) -> cue.end() - cue.start()).reversed();
  private static final Comparator<Cue> BY_POSITION =
      Comparator.comparingInt(Cue::start).thenComparing(Cue::kind).thenComparingInt(Cue::end);

  CuePolicy {
    cueWordings = Map.copyOf(cueWordings);
    traitWordings = Map.copyOf(traitWordings);
    companies = Set.copyOf(companies);
    nicknames = Map.copyOf(nicknames);
    examples = List.copyOf(examples);
  }

  @Override
  public List<Cue> cues(String text) {
    var found = new ArrayList<Cue>();
    cueWordings.forEach((kind, wordings) -> {
      for (var wording : wordings) {
        wording
            .places(text)
            .map(match -> new Cue(kind, match.group(), match.start(), match.end()))
            .forEach(found::add);
      }
    });
    return withoutOverlaps(found);
  }

  @Override
  public boolean has(Trait trait, String text) {
    return traitWordings.getOrDefault(trait, List.of()).stream()
        .anyMatch(wording -> wording.places(text).findAny().isPresent());
  }

  /// Of overlapping cues of one kind the longest stays; cues of different kinds may overlap.
  private static List<Cue> withoutOverlaps(List<Cue> cues) {
    var kept = new ArrayList<Cue>();
    cues.stream()
        .sorted(LONGEST_FIRST)
        .filter(cue -> kept.stream().noneMatch(other -> overlap(cue, other)))
        .forEachOrdered(kept::add);
    kept.sort(BY_POSITION);
    return kept;
  }

  private static boolean overlap(Cue one, Cue other) {
    return one.kind() == other.kind() && one.start() < other.end() && other.start() < one.end();
  }

  /// A regular expression.
  ///
  /// @param script that its words are written in
  record Wording(Script script, Pattern pattern) {

    Stream<MatchResult> places(String text) {
      return script.standsIn(text) ? pattern.matcher(text).results() : Stream.empty();
    }
  }

  /// What words are written in. Texts without it need not be searched for them.
  enum Script {
    HAN(Pattern.compile("\\p{IsHan}")),
    LATIN(Pattern.compile("[A-Za-z]{2}|[<!*]"));

    private final Pattern trace;

    Script(Pattern trace) {
      this.trace = trace;
    }

    boolean standsIn(String text) {
      return trace.matcher(text).find();
    }
  }
}
