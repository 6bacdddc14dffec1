package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import onrecord.bot.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ApiServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "onrecord.api.curator-key=right")
class DisclosuresApiTest {

  private static final String DISCLOSURES = "/api/v1/disclosures";
  private static final String REPORT = DISCLOSURES + "/" + Examples.REPORT.id();
  private static final String[] CURATOR = {"Authorization", "Bearer right"};

  @LocalServerPort int port;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @Test
  void disclosuresAreListedAndFiltered() {
    var all = api.get(DISCLOSURES + "?size=1").json();
    assertThat(all.propertyNames()).containsExactly("items", "page", "size", "total");
    assertThat(idsOf("?kind=QUARTERLY_REPORT&issuer=999999&period=2025-09"))
        .contains(Examples.REPORT.id().value());
    assertThat(idsOf("?q=%E7%AC%AC%E4%B8%89%E5%AD%A3%E5%BA%A6%202025-071"))
        .contains(Examples.REPORT.id().value());
    assertThat(idsOf("?kind=PROSPECTUS")).isEqualTo("[]");
    assertThat(idsOf("?asOf=2025-10-28T17:59:59%2B08:00")).isEqualTo("[]");
    assertThat(idsOf("?issuer=600519")).isEqualTo("[]");
  }

  @Test
  void parametersThatCannotBeAreNamed() {
    assertThat(api.get(DISCLOSURES + "?kind=NOVEL").detail()).contains("ANNUAL_REPORT");
    assertThat(api.get(DISCLOSURES + "?page=-1").detail()).contains("from 0");
    assertThat(api.get(DISCLOSURES + "?page=x").detail()).contains("'page'");
    assertThat(api.get(DISCLOSURES + "?size=0").detail()).contains("'size'");
    assertThat(api.get(DISCLOSURES + "?page=2000000000&size=100").json().at("/items")).isEmpty();
    assertThat(api.get("/api/v1/search?q=a&k=0").detail()).contains("'k'");
    assertThat(api.get("/api/v1/search").detail()).contains("'q'");
    assertThat(api.get("/api/v1/search?q=").detail()).contains("empty");
  }

  @Test
  void aDisclosureAndItsPassagesAreShown() {
    var report = api.get(REPORT).json();
    assertThat(report.at("/status").asString()).isEqualTo("PUBLISHED");
    assertThat(report.at("/period").asString()).isEqualTo("2025-09");
    assertThat(report.at("/pages").asInt()).isEqualTo(2);
    assertThat(api.get(REPORT + "/passages").json().at("/items/0/text").asString())
        .isEqualTo(Examples.REVENUE.text());
    assertThat(api.get(DISCLOSURES + "/nothing").status()).isEqualTo(404);
    assertThat(api.get(DISCLOSURES + "/no%20thing").status()).isEqualTo(404);
  }

  @Test
  void theOriginalIsShownInPlaceAndInParts() {
    var whole = api.get(REPORT + "/original");
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(whole.header("Content-Disposition")).startsWith("inline");
    assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
    var part = api.get(REPORT + "/original", "Range", "bytes=0-4");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("%PDF-");
  }

  @Test
  void thePageShowsTheCitedLinesMarked() throws IOException {
    var answer = api.post("/api/v1/answers", "{\"question\": \"营业收入是多少？\"}").json();
    var page = REPORT + "/pages/1.png";
    var marked = api.get(page + "?answer=%s&citation=1".formatted(answer.at("/id").asString()));
    assertThat(marked.header("Content-Type")).isEqualTo("image/png");
    assertThat(colourAt(marked, 0.5, 0.21)).isEqualTo(Color.RED);
    assertThat(colourAt(marked, 0.2, 0.21)).isEqualTo(Color.WHITE);
    assertThat(colourAt(api.get(page + "?passage=0"), 0.2, 0.21)).isEqualTo(Color.RED);
    assertThat(colourAt(api.get(page), 0.5, 0.21)).isEqualTo(Color.WHITE);
    var again = api.get(page, "If-None-Match", api.get(page).header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void pagesAndQuotationsThatAreNotThereAreNotFound() {
    assertThat(api.get(REPORT + "/pages/3.png").detail()).contains("2 pages");
    assertThat(api.get(REPORT + "/pages/0.png").status()).isEqualTo(404);
    assertThat(api.get(REPORT + "/pages/1.png?passage=99").status()).isEqualTo(404);
    assertThat(api.get(REPORT + "/pages/1.png?answer=no&citation=1").status()).isEqualTo(404);
  }

  @Test
  void searchGivesEvidenceWithItsPlace() {
    var found = api.get("/api/v1/search?q=revenue&k=5").json();
    assertThat(found.at("/evidence/0/passageId").asString())
        .isEqualTo(Examples.REVENUE.id().value());
    assertThat(found.at("/evidence/0/disclosure/announcementNumber").asString())
        .isEqualTo("2025-071");
    assertThat(found.at("/evidence/0/page").asInt()).isEqualTo(1);
    assertThat(api.get("/api/v1/search?q=revenue&asOf=2025-01-01T00:00:00Z").json().at("/evidence"))
        .isEmpty();
  }

  @Test
  void theCorpusSaysHowFarItReaches() {
    var corpus = api.get("/api/v1/corpus").json();
    assertThat(corpus.at("/revision").asString()).startsWith("r");
    assertThat(corpus.at("/issuers/0/horizon"))
        .hasToString("{\"period\":\"2025-09\",\"basis\":\"YEAR_TO_DATE\"}");
  }

  @Test
  void aDraftIsSeenByCuratorsAloneUntilItIsPublished() {
    var draft =
        api.upload(DISCLOSURES, "notice.md", "# 公告", "{\"kind\": \"ANNOUNCEMENT\"}", CURATOR);
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(draft.json().at("/status").asString()).isEqualTo("DRAFT");
    var path = draft.header("Location");
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path + "/original").status()).isEqualTo(404);
    assertThat(api.get(path + "/passages").status()).isEqualTo(404);
    assertThat(api.get(path, CURATOR).status()).isEqualTo(200);

    var published = api.post(path + "/publish", "{}", CURATOR);
    assertThat(published.json().at("/status").asString()).isEqualTo("PUBLISHED");
    assertThat(api.get(path).status()).isEqualTo(200);
    assertThat(api.post(path + "/publish", "{}", CURATOR).status()).isEqualTo(409);

    assertThat(api.post(path + "/withdraw", "{}", CURATOR).detail()).contains("'reason'");
    assertThat(api.post(path + "/withdraw", "{\"reason\": \"误发\"}", CURATOR).status())
        .isEqualTo(200);
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void whatIsUnderEmbargoIsNotThereYetEvenForWhoAsksAsOfLater() {
    var path = api.upload(DISCLOSURES, "embargo.md", "# 公告", "", CURATOR).header("Location");
    var embargo = api.post(path + "/publish", "{\"at\": \"2026-01-01T00:00:00+08:00\"}", CURATOR);
    assertThat(embargo.json().at("/status").asString()).isEqualTo("SCHEDULED");
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path + "?asOf=2027-01-01T00:00:00Z").status()).isEqualTo(404);
  }

  @Test
  void aFileThatCannotBeTakenIsRefusedWithReasonPageAndRemedy() {
    var refused = api.upload(DISCLOSURES, "damaged.pdf", "x", "", CURATOR);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/reason").asString()).isEqualTo("DAMAGED");
    assertThat(refused.json().at("/page").asInt()).isEqualTo(3);
    assertThat(refused.detail()).contains("Page 3 cannot be read.", "Save it anew");
  }

  @Test
  void badUploadsAreNamed() {
    assertThat(api.upload(DISCLOSURES, "a.md", "x", "not json", CURATOR).detail())
        .contains("metadata");
    assertThat(api.upload(DISCLOSURES, "a.md", "x", "[]", CURATOR).status()).isEqualTo(400);
    assertThat(api.post(DISCLOSURES, "{}", CURATOR).status()).isEqualTo(415);
    api.upload(DISCLOSURES, "twice.md", "x", "", CURATOR);
    assertThat(api.upload(DISCLOSURES, "twice.md", "x", "", CURATOR).status()).isEqualTo(409);
    assertThat(api.upload(DISCLOSURES, "../../escape.md", "x", "", CURATOR).json().at("/file"))
        .hasToString("\"escape.md\"");
  }

  @Test
  void whoHasNoKeyOrAWrongOneCannotWrite() {
    var anonymous = api.upload(DISCLOSURES, "a.md", "x", "");
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(anonymous.header("Content-Type")).startsWith("application/problem+json");
    assertThat(api.post(REPORT + "/withdraw", "{\"reason\": \"a\"}").status()).isEqualTo(401);
    assertThat(api.get(REPORT, "Authorization", "Bearer wrong").status()).isEqualTo(401);
  }

  private String idsOf(String query) {
    return api.get(DISCLOSURES + query).json().at("/items").findValuesAsString("id").toString();
  }

  private static Color colourAt(ApiClient.Response png, double x, double y) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png.http().body()));
    return new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
  }
}
