package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

class GracefulShutdownTest {

  @Test
  void anAnswerUnderWayIsFinishedWhenTheProgramIsToldToEnd() throws Exception {
    var context = new SpringApplicationBuilder(Thinking.class).run("--server.port=0");
    var server = context.getBean(Thinking.class);
    var port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    var answered =
        CompletableFuture.supplyAsync(
            () -> new ApiClient(port).post("/api/v1/answers", "{\"question\":\"营业收入是多少？\"}"));
    assertThat(server.begun.await(1, TimeUnit.MINUTES)).isTrue();

    var closed = CompletableFuture.runAsync(context::close);
    assertThat(closed).isNotDone();
    assertThat(answered).isNotDone();
    server.end.countDown();

    assertThat(answered.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
    closed.get(1, TimeUnit.MINUTES);
    assertThat(context.isActive()).isFalse();
  }

  /// The web channel with an assistant that waits until it is let go on.
  @EnableAutoConfiguration
  @ComponentScan("onrecord.bot.web")
  static class Thinking extends ApiServer {

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch end = new CountDownLatch(1);

    @Bean
    @Override
    Assistant assistant(Answers answers) {
      var otherwise = super.assistant(answers);
      return (question, progress) -> {
        begun.countDown();
        try {
          end.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        return otherwise.answer(question, progress);
      };
    }
  }
}
