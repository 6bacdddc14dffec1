package onrecord.bot.terminal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import onrecord.bot.operation.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `restore`: puts a back-up into an empty data directory.
@Command(
    name = "restore",
    description = {
      "Puts a back-up into an empty data directory, after checking each file of it.",
      "With onrecord.database.url, its tables go into that database, which must be empty."
    })
final class RestoreCommand implements Callable<Integer> {

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  @SuppressWarnings("NullAway.Init")
  @Parameters(paramLabel = "DIR", description = "The folder that 'backup' made.")
  private Path folder;

  RestoreCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Integer call() {
    try (var installation = installations.unopened(commands.data())) {
      var data = installation.settings().data();
      var backup = Backup.in(folder);
      backup.restore(data, installation::storage, Clock.systemUTC());
      spec.commandLine()
          .getOut()
          .printf("%s is as %s was at %s.%n", data, folder, backup.manifest().madeAt());
    }
    try (var restored = installations.open(commands.data())) {
      restored.index().reconcile();
      restored.index().awaitVectors();
      return Terminal.DONE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Terminal.FELL_SHORT;
    }
  }
}
