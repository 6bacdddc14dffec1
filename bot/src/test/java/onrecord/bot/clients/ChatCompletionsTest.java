package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// OpenAI's own client for Node speaks to the service.
@SpringBootTest(classes = ToolsServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ChatCompletionsTest {

  private static Npm npm;

  @LocalServerPort int port;

  @Autowired ToolsServer.GivenUp givenUp;

  @BeforeAll
  static void install() throws IOException {
    npm = Npm.installOrSkip();
  }

  private JsonNode heard(String scenario) {
    return npm.run("openai.mjs", "http://localhost:" + port, scenario);
  }

  @Test
  void theTextCarriesItsCitationsAndTheWholeAnswerStandsBesideIt() {
    var completion = heard("plain");
    var text = completion.at("/choices/0/message/content").asString();
    assertThat(text)
        .contains("公司实现营业收入73,403.32万元。〔1〕", "〔1〕《2025年第三季度报告》 2025-071 · 2025-10-28 · 第1页")
        .contains("/disclosures/999999-0011223344556677?answer=");
    assertThat(completion.at("/object").asString()).isEqualTo("chat.completion");
    assertThat(completion.at("/model").asString()).isEqualTo("onrecord");
    assertThat(completion.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
    assertThat(completion.at("/onrecord/verdict").asString()).isEqualTo("PARTLY_DEFERRED");
    assertThat(completion.at("/onrecord/citations/0/disclosure/announcementNumber").asString())
        .isEqualTo("2025-071");
    assertThat(text).startsWith(completion.at("/onrecord/text").asString());
    assertThat(completion.at("/id").asString())
        .isEqualTo("chatcmpl-" + completion.at("/onrecord/id").asString());
    var usage = completion.at("/usage");
    assertThat(usage.at("/total_tokens").asInt())
        .isEqualTo(usage.at("/prompt_tokens").asInt() + usage.at("/completion_tokens").asInt())
        .isPositive();
  }

  @Test
  void earlierQuestionsAreItsContextAndOtherMessagesChangeNothing() {
    var completion = heard("conversation");
    assertThat(completion.at("/onrecord/question").asString()).isEqualTo("净利润呢？");
    assertThat(completion.at("/onrecord/composer").asString()).isEqualTo("2025年前三季度营业收入是多少？");
  }

  @Test
  void aStreamSaysTheSameInPieces() {
    var streamed = heard("stream");
    assertThat(streamed.at("/text").asString())
        .startsWith(streamed.at("/onrecord/text").asString())
        .contains("〔1〕《2025年第三季度报告》");
    assertThat(streamed.at("/pieces").asInt()).isGreaterThan(3);
    assertThat(streamed.at("/finish")).hasToString("[\"stop\"]");
    assertThat(streamed.at("/usage/total_tokens").asInt()).isPositive();
  }

  @Test
  void anAnswerThatWaitsForAReviewGivesNothingAway() {
    var held = heard("held");
    assertThat(held.at("/onrecord/review/state").asString()).isEqualTo("WAITING");
    assertThat(held.at("/choices/0/message/content").asString())
        .isEqualTo(held.at("/onrecord/text").asString());
    assertThat(held.toString()).doesNotContain("73,403.32");
  }

  @Test
  void thereIsOneModel() {
    var heard = heard("models");
    assertThat(heard.at("/models")).hasSize(1);
    assertThat(heard.at("/one")).isEqualTo(heard.at("/models/0"));
    assertThat(heard.at("/one/id").asString()).isEqualTo("onrecord");
  }

  @Test
  void errorsAreTheClientsOwn() {
    var errors = heard("errors");
    for (var bad : new String[] {"empty", "nothing", "long", "control", "streamed"}) {
      assertThat(errors.at("/" + bad + "/name").asString()).as(bad).isEqualTo("BadRequestError");
      assertThat(errors.at("/" + bad + "/param").asString()).as(bad).isEqualTo("messages");
      assertThat(errors.at("/" + bad + "/type").asString()).isEqualTo("invalid_request_error");
    }
    assertThat(errors.at("/long/message").asString()).contains("2,000");
    assertThat(errors.at("/large/status").asInt()).isEqualTo(413);
    assertThat(errors.at("/picture/param").asString()).isEqualTo("messages[0].content");
    assertThat(errors.at("/model/name").asString()).isEqualTo("NotFoundError");
    assertThat(errors.at("/model/code").asString()).isEqualTo("model_not_found");
    assertThat(errors.at("/several/param").asString()).isEqualTo("n");
    assertThat(errors.at("/wrongType/message").asString()).contains("'messages'");
    assertThat(errors.at("/address/code").asString()).isEqualTo("unknown_url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abort", "abortStream"})
  void aClientThatGoesAwayStopsTheWork(String scenario) throws Exception {
    assertThat(heard(scenario).at("/answered").asInt()).isOne();
    assertThat(givenUp.questions().poll(2, TimeUnit.MINUTES)).isEqualTo("营业收入是多少？慢慢来 " + scenario);
  }
}
