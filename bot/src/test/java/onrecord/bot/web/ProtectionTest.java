package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ApiServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "onrecord.api.requests-per-minute=5")
class ProtectionTest {

  @LocalServerPort int port;

  @Autowired ApiKeys keys;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @Test
  void whoAsksTooMuchIsToldWhenToComeBack() {
    var last =
        IntStream.range(0, 6)
            .mapToObj(ignored -> api.get("/api/v1/search?q=revenue"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).isEqualTo("5");
    assertThat(last.header("Content-Type")).startsWith("application/problem+json");
    assertThat(api.get("/api/v1/corpus").status()).isEqualTo(200);
  }

  @Test
  void withoutAConfiguredKeyNobodyWrites() {
    var sent = api.upload("/api/v1/disclosures", "a.md", "x", "", "Authorization", "Bearer ");
    assertThat(sent.status()).isEqualTo(401);
    assertThat(
            api.upload("/api/v1/disclosures", "a.md", "x", "", "Authorization", "Bearer x")
                .status())
        .isEqualTo(401);
  }

  @Test
  void theWeekIsSummedUpForTheTeamAlone() {
    assertThat(api.get("/api/v1/weekly").status()).isEqualTo(401);
    assertThat(api.get("/api/v1/weekly?day=x", "Authorization", "Bearer x").status())
        .isEqualTo(401);
  }

  @Test
  void aKeyHasARateOfItsOwnAndOpensWhatItsRoleOpens() {
    var asker = bearer(keys.issue("asker", ApiKey.Role.ASKER, 2, null, "test"));
    assertThat(api.get("/api/v1/search?q=revenue", asker).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/search?q=revenue", asker).status()).isEqualTo(200);
    assertThat(api.get("/api/v1/search?q=revenue", asker).status()).isEqualTo(429);
    assertThat(api.upload("/api/v1/disclosures", "a.md", "x", "", asker).status()).isEqualTo(403);

    var curator = bearer(keys.issue("curator", ApiKey.Role.CURATOR, 2, null, "test"));
    assertThat(api.upload("/api/v1/disclosures", "a.md", "x", "", curator).status())
        .isNotIn(401, 403);
  }

  @Test
  void aRevokedKeyIsRefusedWhateverItIsSentFor() {
    var issued = keys.issue("gone", ApiKey.Role.ASKER, 60, null, "test");
    keys.revoke(issued.key().id(), "test");
    assertThat(api.get("/api/v1/corpus", bearer(issued)).status()).isEqualTo(401);
    assertThat(api.get("/", bearer(issued)).status()).isEqualTo(401);
  }

  private static String[] bearer(ApiKeys.Issued issued) {
    return new String[] {"Authorization", "Bearer " + issued.text()};
  }

  @Test
  void browsersAreToldWhatThePageMayDo() {
    var response = api.get("/api/v1/corpus");
    assertThat(response.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void healthIsToldForProbes() {
    assertThat(api.get("/actuator/health").json().at("/status").asString()).isEqualTo("UP");
    assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(api.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes");
    assertThat(api.get("/actuator/env").status()).isEqualTo(404);
  }

  @Test
  void theApiDescribesItself() {
    var description = api.get("/v3/api-docs").json();
    assertThat(description.at("/openapi").asString()).startsWith("3.1");
    assertThat(description.at("/paths").propertyNames())
        .contains(
            "/api/v1/answers",
            "/api/v1/answers/{id}",
            "/api/v1/answers/{id}/feedback",
            "/api/v1/corpus",
            "/api/v1/disclosures",
            "/api/v1/disclosures/{id}",
            "/api/v1/disclosures/{id}/passages",
            "/api/v1/disclosures/{id}/original",
            "/api/v1/disclosures/{id}/pages/{page}.png",
            "/api/v1/disclosures/{id}/publish",
            "/api/v1/disclosures/{id}/withdraw",
            "/api/v1/search",
            "/api/v1/weekly");
  }

  @Test
  void theDescribedExampleHasJustTheFieldsThatAnswersHave() {
    var description = api.get("/v3/api-docs").json();
    var example =
        description.at(
            "/paths/~1api~1v1~1answers~1{id}/get/responses/200/content/application~1json/examples/answer/value");
    var schema = description.at("/components/schemas/AnswerView/properties");
    assertThat(example.propertyNames()).containsExactlyElementsOf(schema.propertyNames());
    assertThat(description.at("/components/securitySchemes/CURATOR/scheme").asString())
        .isEqualTo("bearer");
  }
}
