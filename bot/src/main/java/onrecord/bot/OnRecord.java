package onrecord.bot;

import onrecord.bot.terminal.Terminal;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program: a service, and the commands beside it.
@SpringBootApplication
public class OnRecord {

  public static void main(String[] arguments) {
    VectorInstructions.use();
    new Terminal(OnRecord.class, BotConfiguration.class).runAndExit(arguments);
  }
}
