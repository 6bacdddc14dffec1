package onrecord.bot.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import onrecord.bot.finding.Given;
import onrecord.prompts.Prompts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GroundsTest {

  private static final Instant PUBLISHED = Instant.parse("2025-10-28T10:00:00Z");
  private static final Instant ASKED = Instant.parse("2025-11-20T01:00:00Z");
  private static final Grounds GROUNDS =
      new Grounds(Prompts.bundled(), (passage, disclosure) -> List.of());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "claims.csv",
      numLinesToSkip = 3,
      delimiter = '|',
      quoteCharacter = '\u0001')
  void aClaimIsHeldAgainstItsPassage(String finding, String claim, String passage) {
    var source = new Grounds.Source(Given.report(PUBLISHED, null), Given.prose(passage));

    var grounding = GROUNDS.of(claim, List.of(source), ASKED);

    assertThat(found(grounding)).isEqualTo(finding);
  }

  private static String found(Grounding grounding) {
    return switch (grounding) {
      case Grounding.Borne _ -> "BORNE";
      case Grounding.Unborne(var fault) -> fault.name();
    };
  }
}
