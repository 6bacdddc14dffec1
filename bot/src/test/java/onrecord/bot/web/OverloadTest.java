package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onrecord.bot.web.GracefulShutdownTest.Thinking;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class OverloadTest {

  private static final String QUESTION = "{\"question\":\"营业收入是多少？\"}";

  @Test
  void whoComesWhileAllPlacesAreTakenIsToldWhenToComeBackAndAnsweredThen() throws Exception {
    try (var context =
        new SpringApplicationBuilder(Thinking.class)
            .run(
                "--server.port=0",
                "--onrecord.api.concurrent-answers=1",
                "--onrecord.api.waiting-answers=0")) {
      var server = context.getBean(Thinking.class);
      var port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
      var api = new ApiClient(port);
      var first = CompletableFuture.supplyAsync(() -> api.post("/api/v1/answers", QUESTION));
      assertThat(server.begun.await(1, TimeUnit.MINUTES)).isTrue();

      var refused = api.post("/api/v1/answers", QUESTION);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
      assertThat(api.get("/api/v1/corpus").status()).as("costs next to nothing").isEqualTo(200);

      server.end.countDown();
      assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);
      assertThat(api.post("/api/v1/answers", QUESTION).status()).isEqualTo(200);
    }
  }
}
