package onrecord.bot.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import onrecord.bot.verifying.Calibration.Labelled;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final List<Labelled> CLAIMS = Calibration.read(Path.of("calibration/claims.jsonl"));

  @Test
  void thereAreEnoughClaimsOfBothKindsToJudgeBy() {
    assertThat(CLAIMS.stream().filter(Labelled::holds)).hasSizeGreaterThan(300);
    assertThat(CLAIMS.stream().filter(claim -> !claim.holds())).hasSizeGreaterThan(800);
  }

  @Test
  void theThresholdInUseLetsHardlyAnyFalseClaimPassAndMostTrueOnes() {
    var inUse =
        new Calibration(Prompts.bundled())
            .table(CLAIMS).stream().filter(line -> line.contains("(in use)")).findFirst();

    assertThat(inUse).hasValueSatisfying(line -> {
      var shares = line.replaceAll("\\(\\d+/\\d+\\)|[|%]", " ").replace("(in use)", " ").strip();
      var numbers = shares.split("\\s+");
      assertThat(Double.parseDouble(numbers[1])).as("true claims kept").isGreaterThan(70);
      assertThat(Double.parseDouble(numbers[2])).as("false claims kept").isLessThan(0.5);
    });
  }
}
