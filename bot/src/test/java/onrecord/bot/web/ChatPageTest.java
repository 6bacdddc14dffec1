package onrecord.bot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ApiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
class ChatPageTest {

  private static final int WIDE = 1280;
  private static final int PHONE = 360;

  @LocalServerPort int port;

  private @Nullable Browsers started;

  @SuppressWarnings("NullAway.Init")
  private BrowserContext context;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void start() {
    started = Browsers.startOrSkip();
  }

  @AfterAll
  void stop() {
    if (started != null) {
      started.close();
    }
  }

  @AfterEach
  void closePage() {
    context.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  @Test
  void aQuestionIsAnsweredWithItsVerdictAndSources() {
    var page = open(WIDE, ColorScheme.LIGHT);
    ask(page, "2025年前三季度营业收入是多少？全年呢？");
    assertThat(page.locator(".verdict")).hasText("部分答复，其余请关注后续披露");
    assertThat(page.locator(".text")).containsText("公司实现营业收入73,403.32万元");
    assertThat(page.locator(".sources li")).hasCount(1);
    assertThat(page.locator(".next-report")).containsText("2026-04-30");
    assertThat(page.locator(".computed")).containsText("42,955.96 / 69,677.32 = 61.650%");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("已答复。");
    assertThat(page.locator("#question")).hasValue("");
    assertThat(page.locator("#question")).isFocused();
  }

  @Test
  void aCitationOpensTheMarkedPageBesideTheAnswer() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.locator(".citation").first().click();
    assertThat(page.locator("#source")).isVisible();
    assertThat(page.locator("#source blockquote")).hasText("公司实现营业收入73,403.32万元");
    assertThat(page.locator("#source img")).hasAttribute("alt", "《2025年第三季度报告》第1页，引文已标出");
    assertThat(naturalWidth(page)).isPositive();
    assertThat(page.locator("#source-title")).isFocused();

    page.getByRole(AriaRole.LINK, named("下一页")).click();
    assertThat(page.locator("#source .at")).hasText("第2页，共2页");
    page.keyboard().press("Escape");
    assertThat(page.locator("#source")).isHidden();
    assertThat(page.locator(".citation").first()).isFocused();
  }

  @Test
  void theOriginalHasAnAddressOfItsOwnAndNeedsNoScript() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.locator(".citation").first().click();
    var image = page.locator("#source img").getAttribute("src");
    var url = "/disclosures/999999-0011223344556677?" + image.substring(image.indexOf('?') + 1);
    var withoutScript =
        browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var alone = withoutScript.newPage();
    alone.navigate("http://localhost:" + port + url);
    assertThat(alone.locator("h1")).hasText("2025年第三季度报告");
    alone.locator("a[rel=next]").click();
    assertThat(alone.locator(".at")).hasText("第2页，共2页");
    withoutScript.close();
  }

  @Test
  void everythingCanBeDoneByKeyboard() {
    var page = open(WIDE, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#question")).isFocused();
    page.keyboard().type("营业收入");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("是多少？");
    page.keyboard().press("Enter");
    assertThat(page.locator(".exchange .question")).hasText("营业收入\n是多少？");
    assertThat(page.locator(".verdict")).isVisible();
    page.locator(".citation").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#source-title")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator(".citation").first()).isFocused();
  }

  @Test
  void enterThatEndsAnInputMethodsWordDoesNotSend() {
    var page = open(WIDE, ColorScheme.LIGHT);
    page.locator("#question").fill("营业");
    page.locator("#question")
        .evaluate(
            "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))");
    assertThat(page.locator(".exchange")).hasCount(0);
    assertThat(page.locator("#question")).hasValue("营业");
  }

  @Test
  void theLanguageIsSwitchedAndRemembered() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.getByRole(AriaRole.LINK, named("English")).click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator(".verdict")).isVisible();
    page.navigate(address());
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.getByRole(AriaRole.LINK, named("繁體中文")).click();
    assertThat(page.locator(".brand .about")).containsText("投資者");
  }

  @Test
  void theConversationIsThereAgainAfterAReload() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.reload();
    assertThat(page.locator(".exchange .text")).containsText("73,403.32万元");
    page.getByRole(AriaRole.BUTTON, named("新对话")).click();
    assertThat(page.locator(".exchange")).hasCount(0);
    assertThat(page.locator("#welcome")).isVisible();
  }

  @Test
  void theThemeFollowsTheSystemUntilItIsChosen() {
    var page = open(WIDE, ColorScheme.DARK);
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.getByRole(AriaRole.BUTTON, named("深色模式")).click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "light");
  }

  @Test
  void feedbackIsTakenWithAComment() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.getByRole(AriaRole.BUTTON, named("没有帮助")).click();
    page.locator(".comment textarea").fill("请给出单季度数据");
    page.locator(".comment button").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("感谢您的反馈。");
    assertThat(page.locator(".comment")).isHidden();
  }

  @Test
  void whatAnAnswerHoldsIsShownAsTextAndNeverAsMarkup() {
    var page = open(WIDE, ColorScheme.LIGHT);
    ask(page, "<img src=x onerror=alert(1)>是多少？");
    assertThat(page.locator(".exchange .question")).hasText("<img src=x onerror=alert(1)>是多少？");
    assertThat(page.locator(".exchange img")).hasCount(0);
  }

  @Test
  void nothingIsWiderThanAPhone() {
    var page = answered(PHONE, ColorScheme.LIGHT);
    assertThat(overflow(page)).isZero();
    page.locator(".citation").first().click();
    assertThat(page.locator("#source img")).isVisible();
    assertThat(overflow(page)).isZero();
    page.getByRole(AriaRole.BUTTON, named("关闭原文")).click();
    assertThat(page.locator("#source")).isHidden();
  }

  @Test
  void theScriptsAreSmall() {
    var page = open(WIDE, ColorScheme.LIGHT);
    var bytes =
        ((Number)
                page.evaluate(
                    "() => performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js')).reduce((sum, r) => sum + r.decodedBodySize, 0)"))
            .intValue();
    assertThat(bytes).isBetween(1, 200_000);
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "360,LIGHT", "360,DARK"})
  void nothingStandsInTheWayOfAnyone(int width, ColorScheme scheme) {
    var page = open(width, scheme);
    assertThat(violations(page)).isEmpty();
    screenshot(page, "welcome", width, scheme);
    ask(page, "2025年前三季度营业收入是多少？全年呢？");
    page.locator(".why summary").click();
    assertThat(violations(page)).isEmpty();
    screenshot(page, "answer", width, scheme);
    page.locator(".citation").first().click();
    assertThat(page.locator("#source img")).isVisible();
    assertThat(naturalWidth(page)).isPositive();
    assertThat(violations(page)).isEmpty();
    screenshot(page, "original", width, scheme);
  }

  private Page answered(int width, ColorScheme scheme) {
    var page = open(width, scheme);
    ask(page, "营业收入是多少？");
    return page;
  }

  private Page open(int width, ColorScheme scheme) {
    context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width == PHONE ? 740 : 800)
                    .setColorScheme(scheme)
                    .setLocale("zh-CN"));
    context.setDefaultTimeout(15_000);
    var page = context.newPage();
    complaints.clear();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(address());
    return page;
  }

  private Browser browser() {
    return Objects.requireNonNull(started).browser();
  }

  private static void ask(Page page, String question) {
    page.locator("#question").fill(question);
    page.locator("#question").press("Enter");
    assertThat(page.locator(".exchange .whole")).isVisible();
  }

  private String address() {
    return "http://localhost:" + port + "/";
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static int naturalWidth(Page page) {
    page.waitForFunction("() => document.querySelector('#source img')?.naturalWidth > 0");
    return ((Number) page.locator("#source img").evaluate("image => image.naturalWidth"))
        .intValue();
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  private static List<String> violations(Page page) {
    page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map(ChatPageTest::describe)
            .toList();
  }

  private static String describe(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(node -> node.getHtml() + " " + node.getFailureSummary())
            .toList();
  }

  private static void screenshot(Page page, String name, int width, ColorScheme scheme) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots", "%s-%d-%s.png".formatted(name, width, scheme))));
  }
}
