package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ApiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AnswerPageTest {

  @LocalServerPort int port;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  private String asked(String question) {
    var answer = api.post("/api/v1/answers", "{\"question\": \"%s\"}".formatted(question));
    return answer.json().at("/id").asString();
  }

  @Test
  void aStoredAnswerHasAPageThatNoSearchEngineKeeps() {
    var page = api.get("/answers/" + asked("<b>营业收入</b>是多少？"), "Accept", "text/html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(page.text())
        .contains("&lt;b&gt;营业收入&lt;/b&gt;是多少？", "73,403.32万元")
        .doesNotContain("<b>");
  }

  @Test
  void theAddressOfAnAnswerCannotBeGuessed() {
    var id = asked("营业收入是多少？");
    assertThat(UUID.fromString(id).version()).isEqualTo(4);
    assertThat(api.get("/answers/" + UUID.randomUUID(), "Accept", "text/html").status())
        .isEqualTo(404);
    assertThat(api.get("/answers", "Accept", "text/html").status()).isEqualTo(404);
    assertThat(api.get("/api/v1/answers").status()).isEqualTo(405);
  }

  @Test
  void theLanguageIsTheAnswersUnlessTheReaderChoosesAnother() {
    var id = asked("营业收入是多少？");
    assertThat(api.get("/answers/" + id).text()).contains("<html lang=\"zh\">");
    assertThat(api.get("/answers/" + id + "?lang=en").text())
        .contains("<html lang=\"en\">", "Partly answered");
  }

  @Test
  void whatWaitsForAReviewIsNotToldThereNorThroughWhatItWouldCite() {
    var id = asked("请审核：营业收入是多少？");
    assertThat(api.get("/answers/" + id).text()).contains("审核").doesNotContain("73,403.32");
    assertThat(
            api.get("/disclosures/999999-0011223344556677?answer=%s&citation=1".formatted(id))
                .text())
        .doesNotContain("73,403.32");
  }

  @Test
  void figuresComparedAreDrawn() {
    var id = asked("对比近三年营业收入");
    var chart = api.get("/api/v1/answers/" + id + "/charts/1.svg");
    assertThat(chart.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(chart.text()).startsWith("<svg").contains("73,403.32");
    assertThat(api.get("/api/v1/answers/" + id + "/charts/2.svg").status()).isEqualTo(404);
    assertThat(
            api.get("/api/v1/answers/" + id).json().at("/comparisons/0/items/2/value").asString())
        .isEqualTo("73403.32");
  }

  @Test
  void wordsAreFoundWithTheirPlaces() {
    var found =
        api.get("/api/v1/disclosures/999999-0011223344556677/find?q=73%2C403.32%20%E4%B8%87");
    assertThat(found.json().at("/places").size()).isEqualTo(1);
    assertThat(found.json().at("/places/0/page").asInt()).isEqualTo(1);
    assertThat(found.json().at("/places/0/boxes").isEmpty()).isFalse();
    assertThat(api.get("/api/v1/disclosures/999999-0011223344556677/find?q=").status())
        .isEqualTo(400);
  }
}
