package onrecord.bot.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import onrecord.bot.Answer;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.desk.review.ReviewSettings.Hold;
import org.junit.jupiter.api.Test;

class ReviewRulesTest {

  private static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");

  /// It quotes one sentence and computes another.
  private static final Answer COMPUTED = Examples.answer("a1", Question.of("营业收入是多少？", NOW), NOW);

  @Test
  void nothingWaitsByDefault() {
    assertThat(rules(Hold.NONE).holds(COMPUTED)).isFalse();
    assertThat(rules(Hold.NONE).mayHold()).isFalse();
  }

  @Test
  void everythingMayBeMadeToWait() {
    assertThat(rules(Hold.ALL).holds(COMPUTED)).isTrue();
  }

  @Test
  void whatIsComputedIsNotPurelyAQuotation() {
    assertThat(rules(Hold.NOT_QUOTED).holds(COMPUTED)).isTrue();
  }

  @Test
  void thinEvidenceIsUnderTheMargin() {
    var coverage = COMPUTED.evidence().getFirst().coverage();

    assertThat(new ReviewRules(new ReviewSettings(Hold.UNDER_MARGIN, coverage)).holds(COMPUTED))
        .isFalse();
    assertThat(
            new ReviewRules(new ReviewSettings(Hold.UNDER_MARGIN, coverage + 0.01)).holds(COMPUTED))
        .isTrue();
  }

  private static ReviewRules rules(Hold hold) {
    return new ReviewRules(new ReviewSettings(hold, 0.6));
  }
}
