package onrecord.bot.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.generating.BrokenTemplatesException;
import onrecord.bot.evaluation.generating.SuiteGenerator;
import onrecord.bot.evaluation.generating.Templates;
import onrecord.corpus.Corpus;
import onrecord.corpus.Issuer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `suite`: makes suites, and takes them from and to other forms.
@Command(
    name = "suite",
    description = "Makes suites of questions, and takes them from and to other forms.",
    synopsisSubcommandLabel = "COMMAND")
final class SuiteCommand implements Runnable {

  private final Installations installations;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  @ParentCommand
  private Commands commands;

  SuiteCommand(Installations installations) {
    this.installations = installations;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing a command: generate");
  }

  @Command(
      description = {
        "Makes suites from the disclosures held: a question for each figure with its gold cell, in"
            + " several wordings; beyond what is reported; for what is not disclosed; before and"
            + " after each publication; attacks."
      })
  int generate(
      @Parameters(paramLabel = "DIR", description = "The folder to write the suites to.")
          Path folder,
      @Option(
              names = "--issuer",
              paramLabel = "CODE",
              description = "Of one issuer only (default: of each).")
          @Nullable String issuer,
      @Option(
              names = "--as-of",
              paramLabel = "TIME",
              description =
                  "When the questions are asked (default: the morning after the last"
                      + " publication).")
          @Nullable OffsetDateTime asOf,
      @Option(
              names = "--templates",
              paramLabel = "DIR",
              description = "Templates to use instead of those that come with the program.")
          @Nullable Path templates,
      @Option(
              names = "--most",
              paramLabel = "N",
              defaultValue = "400",
              description = "How many questions a suite holds at most (default: 400).")
          int most) {
    try (var installation = installations.open(commands.data())) {
      new BundledDisclosures().takeInto(installation.corpus());
      var generator =
          new SuiteGenerator(
              installation.corpus(),
              templates == null ? Templates.bundled() : Templates.in(templates),
              installation.settings().zone(),
              most);
      var issuers = issuers(installation.corpus(), issuer);
      for (var one : issuers) {
        var suites = asOf == null ? generator.suites(one) : generator.suites(one, asOf.toInstant());
        write(suites, issuers.size() == 1 ? folder : folder.resolve(one.code().value()));
      }
      return Terminal.DONE;
    } catch (BrokenTemplatesException broken) {
      throw new ParameterException(spec.commandLine(), String.valueOf(broken.getMessage()));
    }
  }

  private List<Issuer> issuers(Corpus corpus, @Nullable String code) {
    Map<String, Issuer> issuers = new LinkedHashMap<>();
    corpus
        .disclosures()
        .forEach(
            disclosure -> issuers.put(disclosure.issuer().code().value(), disclosure.issuer()));
    if (code == null) {
      return List.copyOf(issuers.values());
    }
    var issuer = issuers.get(code);
    if (issuer == null) {
      throw new ParameterException(
          spec.commandLine(), "Nothing of the issuer '%s' is held here.".formatted(code));
    }
    return List.of(issuer);
  }

  private void write(List<Suite> suites, Path folder) {
    try {
      Files.createDirectories(folder);
      for (var suite : suites) {
        var lines = suite.questions().stream().map(SuiteLine::text).toList();
        Files.write(folder.resolve(suite.name()), lines);
        out().printf("%s  %,d questions%n", folder.resolve(suite.name()), lines.size());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
