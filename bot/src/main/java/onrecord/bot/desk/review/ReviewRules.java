package onrecord.bot.desk.review;

import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.channel.Review;

/// Holds the answers that the settings name.
public record ReviewRules(ReviewSettings settings) implements Review {

  private static final Pattern BESIDE_WORDS = Pattern.compile("[\\s\\u3000“”\"'‘’]");

  @Override
  public boolean holds(Answer answer) {
    return switch (settings.hold()) {
      case NONE -> false;
      case ALL -> true;
      case NOT_QUOTED -> !answer.claims().stream().allMatch(claim -> isQuotation(claim, answer));
      case UNDER_MARGIN -> !answer.claims().isEmpty() && margin(answer) < settings.margin();
    };
  }

  @Override
  public boolean mayHold() {
    return settings.hold() != ReviewSettings.Hold.NONE;
  }

  private static boolean isQuotation(Answer.Claim claim, Answer answer) {
    var words = plain(claim.text());
    return claim.computed() == null
        && answer.citations().stream()
            .filter(citation -> claim.citations().contains(citation.number()))
            .anyMatch(citation -> plain(citation.quote()).contains(words));
  }

  private static String plain(String text) {
    return BESIDE_WORDS.matcher(text).replaceAll("");
  }

  /// How much of the question its best evidence covers.
  private static double margin(Answer answer) {
    return answer.evidence().stream().mapToDouble(found -> found.coverage()).max().orElse(0);
  }
}
