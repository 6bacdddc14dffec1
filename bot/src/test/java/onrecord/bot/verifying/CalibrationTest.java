package onrecord.bot.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import onrecord.bot.verifying.Calibration.Labelled;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final List<Labelled> CLAIMS =
      Calibration.read(Path.of("calibration/claims.jsonl"));

  @Test
  void thereAreEnoughClaimsOfBothKindsToJudgeBy() {
    assertThat(CLAIMS.stream().filter(Labelled::holds)).hasSizeGreaterThan(300);
    assertThat(CLAIMS.stream().filter(claim -> !claim.holds())).hasSizeGreaterThan(800);
  }

  @Test
  void theThresholdInUseLetsHardlyAnyFalseClaimPassAndMostTrueOnes() {
    var kept = new Calibration(Prompts.bundled()).keptInUse(CLAIMS);

    assertThat(kept.right()).isGreaterThan(0.70);
    assertThat(kept.wrong()).isLessThan(0.005);
  }
}
