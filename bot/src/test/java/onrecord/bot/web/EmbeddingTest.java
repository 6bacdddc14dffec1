package onrecord.bot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The chat page within another site.
@SpringBootTest(classes = ApiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EmbeddingTest {

  private static final HttpServer OTHER = otherSite();
  private static final String SITE = "http://127.0.0.1:" + OTHER.getAddress().getPort();

  @LocalServerPort int port;

  private ApiClient api;

  @DynamicPropertySource
  static void allow(DynamicPropertyRegistry properties) {
    properties.add("onrecord.sites.origins", () -> SITE);
  }

  private static HttpServer otherSite() {
    try {
      var site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      site.start();
      return site;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @BeforeEach
  void connect() {
    api = new ApiClient(port);
  }

  @AfterAll
  static void closeTheOtherSite() {
    OTHER.stop(0);
  }

  @Test
  void oneTagShowsThePageOnTheSite() {
    try (var browsers = Browsers.startOrSkip();
        var context = browsers.context(new Browser.NewContextOptions())) {
      var page = siteWith("<script src=\"%s/embed.js?lang=en\" async></script>", context);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open investor Q&A"))
          .click();
      var frame = page.frameLocator("iframe[title='Investor Q&A']");
      // Before its scripts have run, the page in the frame does not know the key.
      frame.locator("#question").elementHandle().ownerFrame().waitForLoadState();
      frame.locator("#question").fill("营业收入是多少？");
      frame.locator("#question").press("Enter");
      assertThat(frame.locator(".text")).containsText("73,403.32万元");
      Browsers.picture(page, Path.of("target/screenshots/embedded.png"));
      frame.locator("#question").press("Escape");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close investor Q&A"))
          .click();
      assertThat(page.locator("iframe")).isHidden();
    }
  }

  @Test
  void theTagNamesAnElementToStandIn() {
    try (var browsers = Browsers.startOrSkip();
        var context = browsers.context(new Browser.NewContextOptions())) {
      var page =
          siteWith(
              "<div id=\"qa\"></div><script src=\"%s/embed.js\" data-into=\"#qa\"></script>",
              context);
      assertThat(page.frameLocator("#qa iframe").locator("#welcome-title")).hasText("您想了解什么？");
    }
  }

  @Test
  void onlyTheSitesNamedMayShowThePageAndAsk() {
    var page = api.get("/");
    assertThat(page.header("Content-Security-Policy")).endsWith("frame-ancestors " + SITE);
    assertThat(page.header("X-Frame-Options")).isEmpty();
    var fromTheSite = api.get("/api/v1/corpus", "Origin", SITE);
    assertThat(fromTheSite.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
    var fromElsewhere = api.get("/api/v1/corpus", "Origin", "https://elsewhere.example");
    assertThat(fromElsewhere.status()).isEqualTo(200);
    assertThat(fromElsewhere.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "https://a.example/path", "https://a.example; script-src *", "a.example"})
  void whatIsNoOriginIsRefusedAtTheStart(String origin) {
    assertThatThrownBy(() -> new SiteSettings(List.of(origin)))
        .hasMessageContaining("onrecord.sites.origins");
  }

  private Page siteWith(String tag, BrowserContext context) {
    var html =
        "<!DOCTYPE html><title>IR</title><h1>IR</h1>" + tag.formatted("http://localhost:" + port);
    var path = "/" + Integer.toHexString(tag.hashCode());
    OTHER.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, html.length());
          exchange.getResponseBody().write(html.getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    var page = context.newPage();
    page.navigate(SITE + path);
    return page;
  }
}
