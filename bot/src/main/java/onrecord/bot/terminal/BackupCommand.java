package onrecord.bot.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import onrecord.bot.operation.backup.Backup;
import onrecord.bot.operation.backup.BackupRequests;
import onrecord.bot.operation.backup.RefusedBackupException;
import onrecord.corpus.DataDirectoryInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `backup`: copies all that is held, by the program that has the data directory open if one has.
@Command(
    name = "backup",
    description = {
      "Copies all that is held into a new folder, also while the service runs.",
      "The folder holds the key of what is sealed: keep it as safe as the data directory."
    })
final class BackupCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  @SuppressWarnings("NullAway.Init")
  @Parameters(paramLabel = "DIR", description = "The folder to make; it must not exist.")
  private Path folder;

  BackupCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Integer call() throws IOException {
    try (var installation = installations.unopened(commands.data())) {
      var data = installation.settings().data();
      if (!Files.isDirectory(data)) {
        throw new RefusedBackupException("There is no data directory '%s'.".formatted(data));
      }
      spec.commandLine().getOut().println(told(installation, data));
      return Terminal.DONE;
    }
  }

  private String told(Installation installation, Path data) {
    try (var storage = installation.storage(data)) {
      return Backup.take(storage, folder, Clock.systemUTC()).told();
    } catch (DataDirectoryInUseException inUse) {
      return BackupRequests.ask(data, folder, PATIENCE);
    }
  }
}
