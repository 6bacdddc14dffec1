package onrecord.bot.desk.review;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which answers wait for a person, under `onrecord.review.`.
///
/// @param hold which ones
/// @param margin from 0 to 1: with `UNDER_MARGIN`, answers whose best evidence covers less of the
///   question than this wait
@ConfigurationProperties("onrecord.review")
public record ReviewSettings(@DefaultValue("NONE") Hold hold, @DefaultValue("0.6") double margin) {

  /// Which answers wait.
  public enum Hold {
    NONE,
    /// Every one.
    ALL,
    /// Those with a sentence that is neither a standard phrase nor a quotation.
    NOT_QUOTED,
    /// Those that rest on thin evidence.
    UNDER_MARGIN
  }
}
