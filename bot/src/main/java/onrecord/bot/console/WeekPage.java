package onrecord.bot.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import onrecord.bot.evaluation.watching.Golden;
import onrecord.bot.evaluation.watching.Watch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What was asked and answered in a week, and which golden answers a publication changed.
@Controller
@RequestMapping("/console/week")
class WeekPage {

  private final Watch watch;
  private final Golden golden;

  WeekPage(Watch watch, Golden golden) {
    this.watch = watch;
    this.golden = golden;
  }

  @GetMapping
  String week(@RequestParam(defaultValue = "") String day, Model model) {
    var week = day.isBlank() ? watch.week() : watch.week(parsed(day));
    model.addAttribute("week", week);
    model.addAttribute(
        "busiest", week.days().values().stream().mapToInt(Integer::intValue).max().orElse(0));
    model.addAttribute("runs", golden.runs());
    return "console/week";
  }

  private static LocalDate parsed(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(
          "'%s' is no day such as 2025-11-20.".formatted(day), invalid);
    }
  }
}
