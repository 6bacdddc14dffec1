package onrecord.bot.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Opens what is installed in a data directory.
///
/// @param service configures the whole service
/// @param parts configures what answers questions, without any channel
/// @param properties of the application, as `--name=value`
record Installations(Class<?> service, Class<?> parts, List<String> properties) {

  private static final String WARNINGS_ONLY = "logging.level.root=WARN";

  /// Failures to start are explained by the terminal.
  private static final String[] QUIET_FAILURE = {
    "logging.level.org.springframework.boot.SpringApplication=OFF",
    "logging.level.org.springframework.boot.diagnostics=OFF",
    "logging.level.org.springframework.boot.autoconfigure.logging=OFF",
    "logging.level.org.springframework.context.annotation=ERROR",
    "logging.level.org.springframework.boot.web.server=ERROR",
  };

  /// The parts alone, with no more in the log than warnings.
  Installation open(@Nullable Path data) {
    return new Installation(partsAlone().properties(WARNINGS_ONLY).run(arguments(data)));
  }

  /// The parts alone, none of whose answers are kept: what a suite asks is no investor's question.
  Installation openForEvaluation(@Nullable Path data) {
    return new Installation(
        partsAlone().sources(UnkeptAnswers.class).properties(WARNINGS_ONLY).run(arguments(data)));
  }

  /// The parts alone, each of which is opened when it is first asked for.
  Installation unopened(@Nullable Path data) {
    return new Installation(
        partsAlone().properties(WARNINGS_ONLY).lazyInitialization(true).run(arguments(data)));
  }

  /// The phrases, glossary and policy, without opening the data directory.
  Prompts prompts() {
    try (var context =
        partsAlone().properties(WARNINGS_ONLY).lazyInitialization(true).run(arguments(null))) {
      return context.getBean(Prompts.class);
    }
  }

  /// The service, which stays until the program is told to end.
  ConfigurableApplicationContext serve(@Nullable Path data) {
    return new SpringApplicationBuilder(service).properties(QUIET_FAILURE).run(arguments(data));
  }

  private SpringApplicationBuilder partsAlone() {
    return new SpringApplicationBuilder(parts)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .properties(QUIET_FAILURE);
  }

  private String[] arguments(@Nullable Path data) {
    var arguments = new ArrayList<>(properties);
    if (data != null) {
      arguments.add("--onrecord.data=" + data);
    }
    return arguments.toArray(String[]::new);
  }
}
