package onrecord.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import onrecord.corpus.Intake;
import org.junit.jupiter.api.Test;

class HandedInTest {

  @Test
  void theDocumentsOfAnArchiveStandInItsPlaceEachWithItsState() {
    var handedIn = new HandedIn("all.zip", _ -> List.of());
    assertThat(told(handedIn)).isEqualTo("all.zip reading");

    handedIn.unpacking(List.of("a.pdf", "inner.zip", "c.pdf"));
    handedIn.reading("a.pdf");
    assertThat(told(handedIn)).isEqualTo("a.pdf reading, inner.zip waiting, c.pdf waiting");

    handedIn.done(refused("a.pdf"));
    handedIn.reading("inner.zip");
    handedIn.unpacking(List.of("b.pdf"));
    handedIn.reading("b.pdf");
    assertThat(told(handedIn)).isEqualTo("a.pdf refused, b.pdf reading, c.pdf waiting");

    handedIn.done(refused("b.pdf"));
    handedIn.reading("c.pdf");
    handedIn.done(refused("c.pdf"));
    assertThat(told(handedIn)).isEqualTo("a.pdf refused, b.pdf refused, c.pdf refused");
  }

  @Test
  void anEmptyArchiveWithinAnotherLeavesNoLine() {
    var handedIn = new HandedIn("all.zip", _ -> List.of());
    handedIn.unpacking(List.of("empty.zip", "b.pdf"));
    handedIn.reading("empty.zip");
    handedIn.unpacking(List.of());
    handedIn.reading("b.pdf");
    assertThat(told(handedIn)).isEqualTo("b.pdf reading");
  }

  private static Intake refused(String file) {
    return new Intake.Refused(
        file, null, Intake.Reason.DAMAGED, "It is damaged.", "Send it again.");
  }

  private static String told(HandedIn handedIn) {
    return handedIn.lines().stream()
        .map(line -> line.file() + " " + line.outcome())
        .collect(Collectors.joining(", "));
  }
}
