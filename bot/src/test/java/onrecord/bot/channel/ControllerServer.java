package onrecord.bot.channel;

import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/// One controller over real HTTP, open to all as the addresses of platforms are.
public final class ControllerServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  public ControllerServer(Object controller) {
    context =
        new SpringApplicationBuilder(Web.class)
            .initializers(made -> made.getBeanFactory().registerSingleton("served", controller))
            .properties("server.port=0", "spring.main.banner-mode=off", "logging.level.root=ERROR")
            .run();
  }

  public URI url() {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @EnableAutoConfiguration(
      exclude = {
        ServletWebSecurityAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class
      })
  static class Web {}

  @Override
  public void close() {
    SpringApplication.exit(context);
  }
}
