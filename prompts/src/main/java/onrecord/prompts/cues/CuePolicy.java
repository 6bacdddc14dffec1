package onrecord.prompts.cues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.prompts.Policy;

/// The policy with its cues compiled.
record CuePolicy(List<Wording> wordings, List<Example> examples) implements Policy {

  private static final Comparator<Cue> LONGEST_FIRST =
      Comparator.comparingInt((Cue cue) -> cue.end() - cue.start()).reversed();
  private static final Comparator<Cue> BY_POSITION =
      Comparator.comparingInt(Cue::start).thenComparing(Cue::kind).thenComparingInt(Cue::end);

  CuePolicy {
    wordings = List.copyOf(wordings);
    examples = List.copyOf(examples);
  }

  @Override
  public List<Cue> cues(String text) {
    var found = new ArrayList<Cue>();
    for (var wording : wordings) {
      if (wording.script().standsIn(text)) {
        wording
            .pattern()
            .matcher(text)
            .results()
            .map(match -> new Cue(wording.kind(), match.group(), match.start(), match.end()))
            .forEach(found::add);
      }
    }
    return withoutOverlaps(found);
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

  /// A regular expression that speaks for a class.
  ///
  /// @param script that its words are written in
  record Wording(Kind kind, Script script, Pattern pattern) {}

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
