package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ApiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AnswersApiTest {

  private static final String ANSWERS = "/api/v1/answers";

  @LocalServerPort int port;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @Test
  void anAnswerThatWaitsForAReviewSaysNothingElse() {
    var held = api.post(ANSWERS, "{\"question\": \"请审核：营业收入是多少？\"}");

    assertThat(held.status()).isEqualTo(202);
    assertThat(held.json().at("/review/state").asString()).isEqualTo("WAITING");
    assertThat(held.json().at("/verdict").isNull()).isTrue();
    assertThat(held.json().at("/citations").isEmpty()).isTrue();
    assertThat(held.json().at("/evidence").isEmpty()).isTrue();
    assertThat(held.text()).doesNotContain("73,403.32");

    var again = api.get(ANSWERS + "/" + held.json().at("/id").asString());
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text()).doesNotContain("73,403.32");
  }

  @Test
  void aSearchOutOfReachIsToldWithATimeToComeBack() {
    var unmet = api.post(ANSWERS, "{\"question\": \"断线时营业收入是多少？\"}");

    assertThat(unmet.status()).isEqualTo(503);
    assertThat(unmet.header("Retry-After")).isEqualTo("10");
    assertThat(unmet.text()).contains("The search cannot be reached at the moment");
  }

  @Test
  void aSearchOutOfReachIsToldToThoseWhoSearchToo() {
    var unmet = api.get("/api/v1/search?q=%E6%96%AD%E7%BA%BF");

    assertThat(unmet.status()).isEqualTo(503);
    assertThat(unmet.header("Retry-After")).isEqualTo("10");
  }

  @Test
  void anAnswerHasTheFieldsThatClientsRelyOn() {
    var response =
        api.post(
            ANSWERS,
            """
            {"question": "2025年前三季度营业收入是多少？全年呢？", "asOf": "2025-11-19T09:00:00+08:00", "language": "zh", "issuer": "999999"}
            """);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    var answer = response.json();
    assertThat(answer.propertyNames())
        .containsExactly(
            "id",
            "question",
            "asOf",
            "language",
            "issuer",
            "verdict",
            "text",
            "parts",
            "nextReport",
            "claims",
            "citations",
            "evidence",
            "corpusRevision",
            "composer",
            "prompts",
            "timings",
            "comparisons");
    assertThat(answer.at("/asOf").asString()).isEqualTo("2025-11-19T09:00:00+08:00");
    assertThat(answer.at("/language").asString()).isEqualTo("zh");
    assertThat(answer.at("/issuer").asString()).isEqualTo("999999");
    assertThat(answer.at("/verdict").asString()).isEqualTo("PARTLY_DEFERRED");
    assertThat(answer.at("/parts/0/reason").isNull()).isTrue();
    assertThat(answer.at("/parts/1/reason").asString()).isEqualTo("BEYOND_HORIZON");
    assertThat(answer.at("/nextReport"))
        .hasToString(
            "{\"kind\":\"ANNUAL_REPORT\",\"period\":\"2025-12\",\"dueBy\":\"2026-04-30\",\"scheduledOn\":null}");
    assertThat(answer.at("/claims/0/computed"))
        .hasToString("{\"formula\":\"42,955.96 / 69,677.32\",\"value\":\"61.650\",\"unit\":\"%\"}");
    assertThat(answer.at("/citations/0/disclosure"))
        .hasToString(
            "{\"id\":\"999999-0011223344556677\",\"issuer\":\"999999\",\"announcementNumber\":\"2025-071\",\"kind\":\"QUARTERLY_REPORT\",\"title\":\"2025年第三季度报告\",\"publishedAt\":\"2025-10-28T18:00:00+08:00\",\"period\":\"2025-09\",\"file\":\"2025年第三季度报告.pdf\"}");
    assertThat(answer.at("/citations/0/locator/table"))
        .hasToString("{\"row\":\"营业收入\",\"column\":\"年初至报告期末\"}");
    assertThat(answer.at("/citations/0/locator/boxes/0").propertyNames())
        .containsExactly("page", "x", "y", "width", "height");
    assertThat(answer.at("/citations/0/url").asString())
        .isEqualTo(
            "/disclosures/999999-0011223344556677?answer=%s&citation=1"
                .formatted(answer.at("/id").asString()));
    assertThat(answer.at("/evidence/0").propertyNames())
        .containsExactly("passageId", "rank", "score", "text");
  }

  @Test
  void aStoredAnswerIsTheSameAgain() {
    var given = api.post(ANSWERS, "{\"question\": \"营业收入是多少？\"}");
    var again = api.get(ANSWERS + "/" + given.json().at("/id").asString());
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(given.text());
  }

  @Test
  void aTimeToComeCountsAsNow() {
    var answer =
        api.post(ANSWERS, "{\"question\": \"营业收入？\", \"asOf\": \"2099-01-01T00:00:00Z\"}").json();
    assertThat(answer.at("/asOf").asString()).isEqualTo("2025-11-20T09:00:00+08:00");
  }

  @Test
  void earlierQuestionsOfTheConversationAreHandedOn() {
    api.post(ANSWERS, "{\"question\": \"营业收入是多少？\", \"conversationId\": \"c1\"}");
    var followUp = api.post(ANSWERS, "{\"question\": \"净利润呢？\", \"conversationId\": \"c1\"}");
    var another = api.post(ANSWERS, "{\"question\": \"净利润呢？\", \"conversationId\": \"c2\"}");
    assertThat(followUp.json().at("/composer").asString()).isEqualTo("营业收入是多少？");
    assertThat(another.json().at("/composer").asString()).isEmpty();
  }

  @Test
  void theStepsAreStreamedInOrder() {
    var response = api.post(ANSWERS, "{\"question\": \"营业收入是多少？\"}", "Accept", "text/event-stream");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).startsWith("text/event-stream");
    assertThat(Arrays.stream(response.text().split("\n")).filter(line -> line.startsWith("event:")))
        .containsExactly("event: reading", "event: evidence", "event: claim", "event: answer");
    assertThat(response.text()).endsWith("\n\n").contains("\"verdict\":\"PARTLY_DEFERRED\"");
  }

  @Test
  void aBadQuestionIsAProblemEvenWhereAStreamIsWanted() {
    var response = api.post(ANSWERS, "{\"question\": \" \"}", "Accept", "text/event-stream");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"question": ""}                                    | empty
          {"question": "  "}                                  | empty
          {"question": null}                                  | 'question' is missing
          {}                                                  | 'question' is missing
          {"question": "a\\u0000b"}                           | control characters
          {"question": "\\ud800"}                             | not
          {"question": 12}                                    | 'question'
          {"question": ["a"]}                                 | 'question'
          {"question": "a", "asOf": "yesterday"}              | 2025-11-20T09:00:00+08:00
          {"question": "a", "asOf": "2025-13-01T00:00:00Z"}   | 'asOf'
          {"question": "a", "issuer": "??"}                   | 'issuer'
          {"question": "a", "language": "fr"}                 | zh, zh-Hant and en
          {"question":                                        | not valid JSON
          营业收入                                             | not valid JSON
          []                                                  | JSON object
          """)
  void whatCannotBeReadIsRefusedWithWhatToDo(String body, String hint) {
    var response = api.post(ANSWERS, body);
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    assertThat(response.header("Content-Type")).startsWith("application/problem+json");
    assertThat(response.detail()).contains(hint);
    assertThat(response.json().at("/status").asInt()).isEqualTo(400);
    assertThat(response.json().at("/instance").asString()).isEqualTo(ANSWERS);
  }

  @Test
  void aQuestionOfTwoThousandCharactersIsTakenAndOneMoreIsNot() {
    assertThat(api.post(ANSWERS, "{\"question\": \"%s\"}".formatted("问".repeat(2_000))).status())
        .isEqualTo(200);
    var longer = api.post(ANSWERS, "{\"question\": \"%s\"}".formatted("问".repeat(2_001)));
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.detail()).contains("2,000");
  }

  @Test
  void bytesThatAreNotTextAreRefused() {
    var body = new byte[] {'{', '"', 'q', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
    var response =
        api.send(
            api.request(ANSWERS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.detail()).contains("UTF-8");
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    var large = "{\"question\": \"%s\"}".formatted("a".repeat(BodyLimit.LARGEST));
    assertThat(api.post(ANSWERS, large).status()).isEqualTo(413);
    var ofUnknownLength =
        api.request(ANSWERS)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
    var response = api.send(ofUnknownLength);
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.detail()).contains("262,144");
  }

  @Test
  void otherMethodsTypesAndAddressesAreNamedAsProblems() {
    var method = api.get(ANSWERS);
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).contains("POST");
    assertThat(method.detail()).contains("POST");
    var type =
        api.send(
            api.request(ANSWERS)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("a")));
    assertThat(type.status()).isEqualTo(415);
    assertThat(type.detail()).contains("application/json");
    var accept = api.post(ANSWERS, "{\"question\": \"a\"}", "Accept", "text/csv");
    assertThat(accept.status()).isEqualTo(406);
    assertThat(accept.detail()).contains("text/event-stream");
    assertThat(api.get(ANSWERS + "/nothing").status()).isEqualTo(404);
    assertThat(api.get("/api/v1/nothing").status()).isEqualTo(404);
    assertThat(api.get("/api/v1/nothing").header("Content-Type"))
        .startsWith("application/problem+json");
  }

  @Test
  void feedbackIsTaken() {
    var id = api.post(ANSWERS, "{\"question\": \"营业收入是多少？\"}").json().at("/id").asString();
    var path = ANSWERS + "/" + id + "/feedback";
    assertThat(api.post(path, "{\"helpful\": false, \"comment\": \"…\"}").status()).isEqualTo(204);
    assertThat(api.post(path, "{\"helpful\": true}").status()).isEqualTo(204);
    assertThat(api.post(path, "{}").detail()).contains("'helpful'");
    assertThat(api.post(ANSWERS + "/nothing/feedback", "{\"helpful\": true}").status())
        .isEqualTo(404);
  }
}
