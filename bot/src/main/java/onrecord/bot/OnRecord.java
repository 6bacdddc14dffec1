package onrecord.bot;

import onrecord.bot.terminal.Terminal;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The program: a service, and the commands beside it.
@SpringBootApplication(
    // The packages that have parts of Spring's: to look through all others takes time at each
    // start.
    scanBasePackages = {
      "onrecord.bot.channel",
      "onrecord.bot.console",
      "onrecord.bot.desk",
      "onrecord.bot.mcp",
      "onrecord.bot.openai",
      "onrecord.bot.operation",
      "onrecord.bot.telegram",
      "onrecord.bot.terminal",
      "onrecord.bot.web",
      "onrecord.bot.wechat"
    })
@Import(BotConfiguration.class)
public class OnRecord {

  public static void main(String[] arguments) {
    VectorInstructions.use();
    new Terminal(OnRecord.class, BotConfiguration.class).runAndExit(arguments);
  }
}
