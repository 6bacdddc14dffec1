package onrecord.bot.terminal;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `completion`: prints what a shell needs to complete commands, options and files.
@Command(
    name = "completion",
    description = {
      "Prints a script that completes commands and options of 'onrecord' in a shell.",
      "For bash and zsh: source <(onrecord completion bash). For fish: onrecord completion fish |"
          + " source."
    })
final class CompletionCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Kind shell;

  /// A shell.
  enum Kind {
    bash,
    zsh,
    fish
  }

  @Override
  public Integer call() {
    var program = spec.root();
    var script =
        switch (shell) {
          // The script finds out by itself which of the two reads it.
          case bash, zsh -> AutoComplete.bash(program.name(), program.commandLine());
          case fish -> new FishCompletion(program).script();
        };
    spec.commandLine().getOut().print(script);
    spec.commandLine().getOut().flush();
    return Terminal.DONE;
  }
}
