package onrecord.bot.terminal;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands and options as fish completes them.
record FishCompletion(CommandSpec program) {

  private static final String SEEN = "__fish_seen_subcommand_from ";

  String script() {
    return Stream.concat(Stream.of(line("-f")), commands(program, "__fish_use_subcommand", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// @param here when these commands can come next
  /// @param within when these commands are come to, as the beginning of a condition
  private Stream<String> commands(CommandSpec parent, String here, String within) {
    return parent.subcommands().values().stream()
        .map(command -> command.getCommandSpec())
        .flatMap(command -> {
          var come = within + SEEN + command.name();
          var next = come + "; and not " + SEEN + String.join(" ", command.subcommands().keySet());
          return Stream.of(
                  Stream.of(
                      line("-n", quoted(here), "-a", command.name(), "-d", description(command))),
                  options(command, come),
                  commands(command, next, come + "; and "))
              .flatMap(lines -> lines);
        });
  }

  private Stream<String> options(CommandSpec command, String come) {
    return Stream.concat(
        command.options().stream().map(option -> option(option, come)),
        command.positionalParameters().stream()
            .map(FishCompletion::values)
            .filter(values -> !values.isEmpty())
            .distinct()
            .map(values -> line("-n", quoted(come), values)));
  }

  private String option(OptionSpec option, String come) {
    var names =
        Stream.of(option.names())
            .map(name ->
                name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
            .collect(Collectors.joining(" "));
    var value = option.arity().max() == 0 ? "" : isFile(option) ? "-r" : "-x";
    return line(
        "-n",
        quoted(come),
        names,
        value,
        values(option),
        "-d",
        quoted(firstLine(option.description())));
  }

  /// What can be given: files, one of a few words, or nothing that is known beforehand.
  private static String values(ArgSpec argument) {
    var words = argument.completionCandidates();
    if (words == null) {
      return isFile(argument) ? "-F" : "";
    }
    return "-a " + quoted(String.join(" ", words));
  }

  private static boolean isFile(ArgSpec argument) {
    return Stream.of(argument.type(), argument.auxiliaryTypes()[0]).anyMatch(Path.class::equals);
  }

  private String line(String... parts) {
    return Stream.concat(Stream.of("complete -c " + program.name()), Stream.of(parts))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String description(CommandSpec command) {
    return quoted(firstLine(command.usageMessage().description()));
  }

  private static String firstLine(String... lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
