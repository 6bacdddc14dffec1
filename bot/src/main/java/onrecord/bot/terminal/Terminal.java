package onrecord.bot.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.evaluation.BrokenSuiteException;
import onrecord.bot.evaluation.asking.NoAnswerException;
import onrecord.bot.operation.backup.BrokenBackupException;
import onrecord.bot.operation.backup.RefusedBackupException;
import onrecord.corpus.DataDirectoryInUseException;
import onrecord.corpus.UnwritableDataDirectoryException;
import onrecord.prompts.BrokenPromptsException;
import onrecord.retrieval.IndexInUseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// Runs the program's commands: exit code 0 for done, 1 for a check that fell short, 2 for wrong
/// use.
///
/// Arguments of the form `--name.of.property=value` set properties of the application, whichever
/// the command.
public final class Terminal {

  static final int DONE = 0;
  static final int FELL_SHORT = 1;
  static final int WRONG_USE = 2;

  private static final Predicate<String> PROPERTY =
      Pattern.compile("--\\w[\\w-]*(\\.[\\w\\-\\[\\]]+)+=.*", Pattern.DOTALL).asMatchPredicate();

  private final Class<?> service;
  private final Class<?> parts;
  private final Shell shell;
  private final PrintWriter err;

  /// @param service configures the whole service
  /// @param parts configures what answers questions, without any channel
  public Terminal(Class<?> service, Class<?> parts) {
    this(service, parts, Shell.ofProcess());
  }

  Terminal(Class<?> service, Class<?> parts, Shell shell) {
    this.service = service;
    this.parts = parts;
    this.shell = shell;
    this.err = shell.err();
  }

  /// Runs a command and ends the program with its exit code, but for the service, which stays.
  public void runAndExit(String... arguments) {
    var code = run(arguments);
    if (code != Commands.STAYING) {
      System.exit(code);
    }
  }

  /// Runs a command and gives its exit code.
  int run(String... arguments) {
    var properties = Stream.of(arguments).filter(PROPERTY).toList();
    var rest = Stream.of(arguments).filter(PROPERTY.negate()).toArray(String[]::new);
    var installations = new Installations(service, parts, properties);
    return new CommandLine(new Commands(installations, shell))
        .addSubcommand(new EvaluateCommand(installations))
        .addSubcommand(new SuiteCommand(installations))
        .addSubcommand(new BackupCommand(installations))
        .addSubcommand(new RestoreCommand(installations))
        .addSubcommand(new KeyCommand(installations))
        .addSubcommand(new WeeklyCommand(installations))
        .addSubcommand(new RehearseCommand(installations))
        .addSubcommand(new CompletionCommand())
        .setColorScheme(Help.defaultColorScheme(shell.coloured() ? Ansi.ON : Ansi.OFF))
        .setOut(shell.out())
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, ignored) -> explain(wrong))
        .setExecutionExceptionHandler((failure, command, ignored) -> explain(failure))
        .execute(rest);
  }

  private int explain(ParameterException wrong) {
    err.println(wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try 'onrecord --help'.");
    return WRONG_USE;
  }

  private int explain(Exception failure) {
    if (failure instanceof InvalidQuestionException || failure instanceof BrokenSuiteException) {
      err.println(failure.getMessage());
      return WRONG_USE;
    }
    var known = known(failure);
    if (known == null) {
      failure.printStackTrace(err);
    } else {
      err.println(known);
    }
    return FELL_SHORT;
  }

  /// What a person can do about a failure; null where nothing better than its trace is known.
  private static @Nullable String known(Throwable failure) {
    return causes(failure).map(Terminal::remedy).flatMap(List::stream).findFirst().orElse(null);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static List<String> remedy(Throwable cause) {
    return switch (cause) {
      case DataDirectoryInUseException inUse -> List.of(String.valueOf(inUse.getMessage()));
      case UnwritableDataDirectoryException unwritable ->
          List.of(String.valueOf(unwritable.getMessage()));
      case IndexInUseException inUse -> List.of(String.valueOf(inUse.getMessage()));
      case RefusedBackupException refused -> List.of(String.valueOf(refused.getMessage()));
      case BrokenBackupException broken -> List.of(String.valueOf(broken.getMessage()));
      case NoAnswerException none -> List.of(String.valueOf(none.getMessage()));
      case BrokenPromptsException broken -> List.of(String.valueOf(broken.getMessage()));
      case PortInUseException taken ->
          List.of(
              "Port %d is in use by another program. Stop that one, or choose another port with --server.port=8081."
                  .formatted(taken.getPort()));
      default -> List.of();
    };
  }
}
