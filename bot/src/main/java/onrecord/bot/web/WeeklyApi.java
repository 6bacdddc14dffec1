package onrecord.bot.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import onrecord.bot.evaluation.watching.Watch;
import onrecord.bot.evaluation.watching.WeeklySummary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was asked and answered in a week, for the IR team.
@RestController
@Tag(name = "Weekly", description = "What was asked and answered in a week, for the IR team.")
class WeeklyApi {

  private final Watch watch;

  WeeklyApi(Watch watch) {
    this.watch = watch;
  }

  @Operation(summary = "The summary of a week, against the four weeks before")
  @GetMapping("/api/v1/weekly")
  WeeklySummary weekly(
      @Parameter(description = "A day of the week (default: today).", example = "2025-11-20")
          @RequestParam(required = false)
          @Nullable String day) {
    return day == null ? watch.week() : watch.week(parsed(day));
  }

  private static LocalDate parsed(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException invalid) {
      throw Refusal.ofField("day", "The parameter 'day' must be a day such as 2025-11-20.");
    }
  }
}
