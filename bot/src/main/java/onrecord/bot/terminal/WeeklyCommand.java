package onrecord.bot.terminal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import onrecord.bot.evaluation.watching.History;
import onrecord.bot.evaluation.watching.WeeklySummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `weekly`: what was asked and answered in a week.
@Command(
    name = "weekly",
    description = "Prints what was asked and answered in a week, and how that has moved.")
final class WeeklyCommand implements Callable<Integer> {

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "A day of the week, such as 2025-11-20 (default: today).")
  private @Nullable LocalDate day;

  WeeklyCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Integer call() {
    try (var installation = installations.open(commands.data())) {
      var zone = installation.settings().zone();
      var of = day == null ? LocalDate.now(Clock.system(zone)) : day;
      var out = spec.commandLine().getOut();
      out.print(WeeklySummary.of(of, zone, History.of(installation.archive())).text());
      out.flush();
      return Terminal.DONE;
    }
  }
}
