package onrecord.bot.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.exporting.Promptfoo;
import onrecord.bot.evaluation.exporting.Records;
import onrecord.bot.evaluation.generating.BrokenTemplatesException;
import onrecord.bot.evaluation.generating.SuiteGenerator;
import onrecord.bot.evaluation.generating.Templates;
import onrecord.bot.evaluation.importing.BrokenSetException;
import onrecord.bot.evaluation.importing.Form;
import onrecord.bot.evaluation.importing.ImportFolder;
import onrecord.bot.evaluation.running.Results;
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
    throw new ParameterException(spec.commandLine(), "Missing a command: generate, import or export");
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

  @Command(
      name = "import",
      description = {
        "Takes a question set of others, from a local copy, into a suite.",
        "FORM is one of financebench, erc, rgb, beir, squad, fintruthqa. Where a set brings texts"
            + " of its own, they are written beside the suite, to be taken by 'import'."
      })
  int take(
      @Parameters(paramLabel = "FORM", description = "The form of the set.") Form form,
      @Parameters(paramLabel = "PATH", description = "Its file or folder.") Path path,
      @Option(
              names = "--into",
              paramLabel = "DIR",
              required = true,
              description = "The folder to write the suite to.")
          Path folder) {
    try {
      var imported = form.read(path);
      var suite = new ImportFolder(folder).write(form.key(), imported);
      out()
          .printf(
              "%s  %,d questions, %,d documents%n",
              suite, imported.questions().size(), imported.documents().size());
      return Terminal.DONE;
    } catch (BrokenSetException broken) {
      throw new ParameterException(spec.commandLine(), String.valueOf(broken.getMessage()));
    }
  }

  @Command(
      description = {
        "Hands answers or suites to the tools of others.",
        "'ragas' and 'deepeval' take the folder of a report and write a record a line; 'promptfoo'"
            + " takes suites and writes a configuration that puts them to a running bot."
      })
  int export(
      @Parameters(paramLabel = "FORM", description = "ragas, deepeval or promptfoo.") String form,
      @Parameters(
              arity = "1..*",
              paramLabel = "PATH",
              description = "The folder of a report, or suites.")
          List<Path> paths,
      @Option(
              names = "--into",
              paramLabel = "FILE",
              required = true,
              description = "The file to write.")
          Path file,
      @Option(
              names = "--against",
              paramLabel = "URL",
              defaultValue = "http://localhost:8080",
              description = "The bot that promptfoo asks (default: http://localhost:8080).")
          URI bot) {
    try {
      Files.writeString(file, exported(form, paths, bot));
      out().println(file);
      return Terminal.DONE;
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String exported(String form, List<Path> paths, URI bot) {
    if (form.equalsIgnoreCase("promptfoo")) {
      return new Promptfoo(bot).configuration(Suite.readAll(paths));
    }
    var records =
        Arrays.stream(Records.values())
            .filter(one -> one.key().equalsIgnoreCase(form))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Unknown form '%s'; known: ragas, deepeval, promptfoo".formatted(form)));
    return paths.stream()
        .flatMap(report -> Results.of(report).stream())
        .map(kept -> records.line(kept.question(), kept.reply()) + "\n")
        .collect(Collectors.joining());
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
