package onrecord.bot.ruling;

import java.time.LocalDate;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/// How far an issuer has reported, seen from a day.
///
/// @param reported the last period that published disclosures cover; null where nothing was
///   published
/// @param today the day the question is put as of
public record Horizon(@Nullable ReportingPeriod reported, LocalDate today) {

  /// Whether a figure of a period can be had only by forecasting: it ends after what was reported,
  /// or, where nothing was reported, has not ended yet.
  public boolean isBefore(ReportingPeriod period) {
    return reported == null ? !period.end().isBefore(today) : period.end().isAfter(reported.end());
  }

  /// Whether a period beyond what was reported ended so long ago that its report must have come out
  /// elsewhere: that nothing is held on it is a gap and no matter of the future.
  public boolean isOverdue(ReportingPeriod period) {
    return isBefore(period) && period.end().plusYears(1).isBefore(today);
  }

  /// Whether a period has not ended yet.
  public boolean isRunning(ReportingPeriod period) {
    return !period.end().isBefore(today);
  }
}
