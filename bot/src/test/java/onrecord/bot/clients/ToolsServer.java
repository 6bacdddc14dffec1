package onrecord.bot.clients;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import onrecord.bot.Assistant;
import onrecord.bot.Settings;
import onrecord.bot.channel.ChannelSettings;
import onrecord.bot.channel.Wording;
import onrecord.bot.web.ApiServer;
import onrecord.prompts.Prompts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/// The API, the chat completions and the Model Context Protocol over a corpus in memory and an
/// assistant that always says the same, and never ends where it is asked to take its time.
@ComponentScan({"onrecord.bot.openai", "onrecord.bot.mcp"})
@EnableConfigurationProperties(ChannelSettings.class)
class ToolsServer extends ApiServer {

  /// Questions whose answers took their time and were given up.
  record GivenUp(BlockingQueue<String> questions) {}

  @Bean
  GivenUp givenUp() {
    return new GivenUp(new LinkedBlockingQueue<>());
  }

  @Bean
  Wording.Book words(Prompts prompts, ChannelSettings channels, Settings settings) {
    return new Wording.Book(prompts, channels, settings.zone());
  }

  @Bean
  @Primary
  Assistant patient(@Qualifier("assistant") Assistant assistant, GivenUp givenUp) {
    return (question, progress) -> {
      if (question.text().contains("慢慢来")) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
          givenUp.questions().add(question.text());
          throw new IllegalStateException(stopped);
        }
      }
      return assistant.answer(question, progress);
    };
  }
}
