package onrecord.prompts.cues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.prompts.cues.CuePolicy.Wording;
import onrecord.prompts.files.Problems;
import onrecord.prompts.files.PromptFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hostile texts must cost about as much as others. Cost is counted in characters read, not in
/// time.
class CueCostTest {

  private static final int LENGTH = 2_000;

  /// Bounded repetition reads a character some hundreds of times at worst; unbounded backtracking
  /// would read it thousands of times and more with every further character.
  private static final int READS_PER_CHARACTER = 1_000;

  private static final List<Wording> WORDINGS =
      wordings((CuePolicy) PolicyReader.read(PromptFiles.bundled(), new Problems()));

  private static List<Wording> wordings(CuePolicy policy) {
    return Stream.of(policy.cueWordings(), policy.traitWordings())
        .flatMap(byName -> byName.values().stream())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "能",
        "如果",
        "按照",
        "根据增速",
        "未来",
        "业绩说明会",
        "aa ",
        "will ",
        "if ",
        "should I ",
        "(",
        "1"
      })
  void noWordingReadsAHostileTextOverAndOver(String unit) {
    var text = unit.repeat(LENGTH / unit.length());
    for (var wording : WORDINGS) {
      assertThat(reads(wording.pattern(), text))
          .as("characters read by %s", wording.pattern())
          .isLessThan((long) READS_PER_CHARACTER * LENGTH);
    }
  }

  @Test
  void anExpressionThatBacktracksWithoutBoundReadsTooMuch() {
    assertThat(reads(Pattern.compile("(?:a*){3}b"), "a".repeat(100)))
        .isGreaterThan((long) READS_PER_CHARACTER * 100);
  }

  private static long reads(Pattern pattern, String text) {
    var counted = new CountedText(text);
    var matcher = pattern.matcher(counted);
    while (matcher.find()) {
      // Reads on: what counts is the cost of finding all.
    }
    return counted.reads;
  }

  private static final class CountedText implements CharSequence {

    private final String text;
    private long reads;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
