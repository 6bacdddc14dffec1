package onrecord.bot.terminal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `key`: issues, lists and revokes keys of the API, while no service has the embedded database
/// open; the console does so at any time.
@Command(
    name = "key",
    description = {
      "Issues, lists and revokes keys of the API.",
      "While the service runs on its embedded database, use the console."
    },
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand implements Runnable {

  private static final String BY = "command line";

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  KeyCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what to do: issue, list or revoke.");
  }

  @Command(description = "Issues a key and prints it, this once.")
  int issue(
      @Parameters(paramLabel = "NAME", description = "Whose key it is.") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "ASKER",
              description = "ASKER or CURATOR (default: ${DEFAULT-VALUE}).")
          ApiKey.Role role,
      @Option(
              names = "--requests-per-minute",
              paramLabel = "N",
              defaultValue = "600",
              description =
                  "How many questions and searches it may put (default: ${DEFAULT-VALUE}).")
          int requestsPerMinute,
      @Option(names = "--days", paramLabel = "N", description = "After how many it expires.")
          @Nullable Integer days) {
    return with(keys -> {
      var validity = days == null ? null : Duration.ofDays(days);
      try {
        var issued = keys.issue(name, role, requestsPerMinute, validity, BY);
        spec.commandLine().getOut().println(issued.text());
        return Terminal.DONE;
      } catch (IllegalArgumentException invalid) {
        throw wrongUse(invalid);
      }
    });
  }

  @Command(description = "Lists all keys, without their secrets.")
  int list() {
    return with(keys -> {
      var now = Clock.systemUTC().instant();
      for (var key : keys.all()) {
        spec.commandLine()
            .getOut()
            .printf(
                "%s  %-8s %6d/min  %s  %s%n",
                key.id(),
                key.role(),
                key.requestsPerMinute(),
                key.isValid(now) ? "valid  " : "invalid",
                key.name());
      }
      return Terminal.DONE;
    });
  }

  @Command(description = "Revokes keys.")
  int revoke(
      @Parameters(arity = "1..*", paramLabel = "ID", description = "As 'list' prints it.")
          List<String> ids) {
    return with(keys -> {
      try {
        ids.forEach(id -> keys.revoke(id, BY));
        return Terminal.DONE;
      } catch (NoSuchElementException unknown) {
        throw wrongUse(unknown);
      }
    });
  }

  private int with(Function<ApiKeys, Integer> act) {
    try (var installation = installations.unopened(commands.data());
        var storage = installation.storage(installation.settings().data())) {
      var clock = Clock.systemUTC();
      return act.apply(new ApiKeys(storage, new AnswerArchive(storage, clock).trail(), clock));
    }
  }

  private ParameterException wrongUse(RuntimeException cause) {
    return new ParameterException(spec.commandLine(), String.valueOf(cause.getMessage()));
  }
}
