package onrecord.bot.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer.Reason;
import onrecord.bot.Verdict;
import onrecord.bot.ruling.Ruling.About;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

  private static final Support.Quoted QUOTED = new Support.Quoted(List.of());

  @ParameterizedTest
  @CsvSource({
    "answered, ANSWERED",
    "answered answered, ANSWERED",
    "estimate, ANSWERED",
    "answered estimate, ANSWERED",
    "outlook, PARTLY_DEFERRED",
    "answered outlook, PARTLY_DEFERRED",
    "answered deferred, PARTLY_DEFERRED",
    "estimate deferred, PARTLY_DEFERRED",
    "outlook deferred, PARTLY_DEFERRED",
    "deferred, DEFERRED",
    "deferred deferred, DEFERRED",
    "deferred absent, DEFERRED",
    "deferred advice, DEFERRED",
    "absent, NOT_DISCLOSED",
    "absent advice, NOT_DISCLOSED",
    "advice, OUT_OF_SCOPE",
    "price advice, OUT_OF_SCOPE",
    "smalltalk, OUT_OF_SCOPE",
    "smalltalk answered, ANSWERED",
    "smalltalk deferred, DEFERRED",
    "smalltalk absent, NOT_DISCLOSED"
  })
  void theRulingsOnThePartsMakeTheVerdict(String rulings, Verdict verdict) {
    var each = Arrays.stream(rulings.split(" ")).map(VerdictsTest::ruling).toList();

    assertThat(Verdicts.of(each)).isEqualTo(verdict);
    assertThat(Verdicts.of(each.reversed())).as("in whatever order").isEqualTo(verdict);
  }

  private static Ruling ruling(String name) {
    return switch (name) {
      case "answered" -> new Ruling.Answered(QUOTED, List.of());
      case "estimate" -> new Ruling.OutlookQuoted(QUOTED, true, Reason.FORECAST, List.of());
      case "outlook" -> new Ruling.OutlookQuoted(QUOTED, false, Reason.FORECAST, List.of());
      case "deferred" ->
          new Ruling.Deferred(Reason.BEYOND_HORIZON, About.RESULTS, Optional.empty(), List.of());
      case "absent" -> new Ruling.NotDisclosed(Optional.empty(), List.of());
      case "price" -> new Ruling.Declined(Reason.PRICE, List.of());
      case "advice" -> new Ruling.Declined(Reason.ADVICE, List.of());
      case "smalltalk" -> new Ruling.Declined(Reason.NOT_A_QUESTION, List.of());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
