package onrecord.bot.terminal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /// The parts alone, with no more in the log than warnings.
  Installation open(@Nullable Path data) {
    return new Installation(
        new SpringApplicationBuilder(parts)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("logging.level.root=WARN", quiet())
            .run(arguments(data)));
  }

  /// The service, which stays until the program is told to end.
  ConfigurableApplicationContext serve(@Nullable Path data) {
    return new SpringApplicationBuilder(service).properties(quiet()).run(arguments(data));
  }

  /// Failures to start are explained by the terminal.
  private static String quiet() {
    return "logging.level.org.springframework.boot.SpringApplication=OFF";
  }

  private String[] arguments(@Nullable Path data) {
    var arguments = new ArrayList<>(properties);
    if (data != null) {
      arguments.add("--onrecord.data=" + data);
    }
    return arguments.toArray(String[]::new);
  }
}
