package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;

class LikenessCalibrationTest {

  @Test
  void theCurveEndsWithTheValueThatItSpeaksForBesideTheOneInUse() {
    var prompts = Prompts.bundled();
    var table = new LikenessCalibration(prompts).table();
    assertThat(table).filteredOn(line -> line.startsWith("| 0.")).hasSizeGreaterThan(10);
    assertThat(table.get(table.size() - 2))
        .startsWith("likeStricter: ")
        .contains("in use %.2f".formatted(prompts.policy().thresholds().likeStricter()));
    assertThat(table.getLast())
        .startsWith("likeLooser: ")
        .contains("in use %.2f".formatted(prompts.policy().thresholds().likeLooser()));
  }
}
