package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The Model Context Protocol's own client for Node speaks to the service.
@SpringBootTest(classes = ToolsServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ContextProtocolTest {

  private static Npm npm;

  @LocalServerPort int port;

  @BeforeAll
  static void install() throws IOException {
    npm = Npm.installOrSkip();
  }

  private JsonNode heard(String scenario) {
    return npm.run("mcp.mjs", "http://localhost:" + port, scenario);
  }

  @Test
  void toolsAnswerFindAndGiveWhatTheyCite() {
    var heard = heard("tools");
    assertThat(heard.at("/server").asString()).isEqualTo("onrecord");
    assertThat(heard.at("/tools").findValuesAsString("name"))
        .contains("ask", "search", "get_passage");
    for (var tool : heard.at("/tools")) {
      assertThat(tool.at("/inputSchema/required")).as("%s", tool.at("/name")).isNotEmpty();
      assertThat(tool.at("/outputSchema/properties")).as("%s", tool.at("/name")).isNotEmpty();
      assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    }

    assertThat(heard.at("/asked/content/0/text").asString())
        .contains("公司实现营业收入73,403.32万元。〔1〕", "〔1〕《2025年第三季度报告》 2025-071");
    assertThat(heard.at("/asked/content/1/type").asString()).isEqualTo("resource_link");
    assertThat(heard.at("/asked/structuredContent/verdict").asString())
        .isEqualTo("PARTLY_DEFERRED");
    assertThat(heard.at("/asked/structuredContent/composer").asString()).isEqualTo("去年呢？");
    assertThat(heard.at("/cited")).hasSize(1);
    assertThat(heard.at("/cited/0/contents/0/text").asString())
        .contains("公司实现营业收入73,403.32万元", "第1页");

    assertThat(heard.at("/foundPassages/0/contents/0/text").asString()).contains("73,403.32万元");
    assertThat(heard.at("/passage/structuredContent/passage/page").asInt()).isOne();
    assertThat(heard.at("/passage/structuredContent/disclosure/announcementNumber").asString())
        .isEqualTo("2025-071");
  }

  @Test
  void disclosuresInForceAreResources() {
    var heard = heard("resources");
    assertThat(heard.at("/resources/0/uri").asString())
        .isEqualTo("onrecord://disclosures/999999-0011223344556677");
    assertThat(heard.at("/resources/0/title").asString()).contains("2025年第三季度报告");
    assertThat(heard.at("/resourceTemplates")).hasSize(3);
    assertThat(heard.at("/first/contents/0/text").asString()).contains("73,403.32万元");
  }

  @Test
  void anAnswerThatWaitsForAReviewGivesNothingAway() {
    var held = heard("held");
    assertThat(held.at("/asked/structuredContent/review/state").asString()).isEqualTo("WAITING");
    assertThat(held.at("/asked/content")).hasSize(1);
    assertThat(held.at("/citation/code").asInt()).isEqualTo(-32002);
    assertThat(held.toString()).doesNotContain("73,403.32");
  }

  @Test
  void whatAModelCanMendIsAToolsErrorAndTheRestIsTheProtocols() {
    var errors = heard("errors");
    for (var bad :
        new String[] {
          "empty", "nothing", "long", "control", "wrongType", "wrongTime", "kind", "passage"
        }) {
      assertThat(errors.at("/" + bad + "/isError").asBoolean()).as(bad).isTrue();
    }
    assertThat(errors.at("/empty/content/0/text").asString()).contains("empty");
    assertThat(errors.at("/nothing/content/0/text").asString()).contains("'question'");
    assertThat(errors.at("/long/content/0/text").asString()).contains("2,000");
    assertThat(errors.at("/wrongType/content/0/text").asString()).contains("'question'");
    assertThat(errors.at("/kind/content/0/text").asString()).contains("ANNUAL_REPORT");
    assertThat(errors.at("/tool/code").asInt()).isEqualTo(-32602);
    assertThat(errors.at("/resource/code").asInt()).isEqualTo(-32002);
    assertThat(errors.at("/large/message").asString()).contains("262,144");
    assertThat(errors.at("/after/structuredContent/verdict").asString())
        .isEqualTo("PARTLY_DEFERRED");
  }
}
