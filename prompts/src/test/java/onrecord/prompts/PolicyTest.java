package onrecord.prompts;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import onrecord.prompts.Policy.Example;
import onrecord.prompts.Policy.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

  private static final Policy POLICY = Prompts.bundled().policy();

  @ParameterizedTest
  @CsvFileSource(resources = "cues.csv", numLinesToSkip = 1)
  void wordingsSpeakForTheirClasses(String text, @Nullable String kinds) {
    assertThat(kindsOf(text)).isEqualTo(kinds(kinds));
  }

  @Test
  void aCueKnowsItsWordsAndWhereTheyStand() {
    var text = "公司股价为什么跌";
    assertThat(POLICY.cues(text)).containsExactly(new Policy.Cue(Kind.PRICE, "股价", 2, 4));
  }

  @Test
  void cuesComeInOrderAndDoNotOverlapWithinAKind() {
    var cues = POLICY.cues("假如明年收入能翻一番，股价会涨到多少？我该加仓还是卖出？");
    assertThat(cues).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    for (var one : cues) {
      assertThat(cues)
          .noneMatch(other ->
              other != one
                  && other.kind() == one.kind()
                  && other.start() < one.end()
                  && one.start() < other.end());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyClassHasExamplesEnough(Kind kind) {
    assertThat(POLICY.examples())
        .filteredOn(example -> example.kind() == kind)
        .hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void noExampleIsLabelledTwice() {
    assertThat(POLICY.examples()).extracting(Example::text).doesNotHaveDuplicates();
  }

  private static Set<Kind> kindsOf(String text) {
    return POLICY.cues(text).stream()
        .map(Policy.Cue::kind)
        .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
  }

  private static Set<Kind> kinds(@Nullable String names) {
    if (names == null) {
      return EnumSet.noneOf(Kind.class);
    }
    return Arrays.stream(names.split(" "))
        .map(Kind::valueOf)
        .collect(toCollection(() -> EnumSet.noneOf(Kind.class)));
  }
}
