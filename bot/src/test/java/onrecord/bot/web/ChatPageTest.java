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
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.bot.Examples;
import onrecord.bot.channel.OpenQuestions;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ApiServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
class ChatPageTest {

  private static final int WIDE = 1280;
  private static final int PHONE = 360;

  @LocalServerPort int port;
  @Autowired Corpus corpus;
  @Autowired OpenQuestions openQuestions;

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
    assertThat(page.locator("#source .leaf img").first())
        .hasAttribute("alt", "《2025年第三季度报告》第1页，引文已标出");
    assertThat(naturalWidth(page)).isPositive();
    assertThat(page.locator("#source-title")).isFocused();

    page.getByRole(AriaRole.BUTTON, named("下一页")).click();
    assertThat(page.locator("#source .page-number")).hasValue("2");
    page.keyboard().press("Escape");
    assertThat(page.locator("#source")).isHidden();
    assertThat(page.locator(".citation").first()).isFocused();
  }

  @Test
  void theOriginalHasAnAddressOfItsOwnAndNeedsNoScript() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.locator(".citation").first().click();
    var image = page.locator("#source img").first().getAttribute("src");
    var url = "/disclosures/999999-0011223344556677?" + image.substring(image.indexOf('?') + 1);
    var withoutScript =
        browsers().context(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var alone = withoutScript.newPage();
    alone.navigate("http://localhost:" + port + url);
    assertThat(alone.locator("h1")).hasText("2025年第三季度报告");
    alone.locator("a[rel=next]").click();
    assertThat(alone.locator(".at.still")).hasText("第2页，共2页");
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
  void earlierConversationsAreListedOpenedAgainAndDeleted() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.getByRole(AriaRole.BUTTON, named("新对话")).click();
    ask(page, "现金流量如何？");
    page.getByRole(AriaRole.BUTTON, named("历史对话")).click();
    assertThat(page.locator("#history .title")).hasText(new String[] {"现金流量如何？", "营业收入是多少？"});
    page.locator("#history .title").last().click();
    assertThat(page.locator(".exchange .question")).hasText("营业收入是多少？");

    page.getByRole(AriaRole.BUTTON, named("历史对话")).click();
    page.getByRole(AriaRole.BUTTON, named("删除“营业收入是多少？”")).click();
    assertThat(page.locator("#history .title")).hasText("现金流量如何？");
    assertThat(page.locator(".exchange")).hasCount(0);
    page.getByRole(AriaRole.BUTTON, named("全部删除")).click();
    assertThat(page.locator("#history .none")).isVisible();
    page.keyboard().press("Escape");
    page.reload();
    assertThat(page.locator("#welcome")).isVisible();
  }

  @Test
  void figuresComparedAreShownAsATableAndDrawn() {
    var page = open(WIDE, ColorScheme.LIGHT);
    ask(page, "对比近三年前三季度营业收入");
    assertThat(page.locator(".comparison caption")).hasText("营业收入（万元）");
    assertThat(page.locator(".comparison td").first()).hasText("43,370.36");
    assertThat(page.locator(".comparison svg .bar")).hasCount(3);
    assertThat(page.locator(".comparison svg title"))
        .hasText("营业收入 (万元): 2023年前三季度 43370.36; 2024年前三季度 53746.90; 2025年前三季度 73403.32");
    page.locator(".comparison .citation").first().click();
    assertThat(page.locator("#source")).isVisible();
  }

  @Test
  void anAnswerIsCopiedWithItsSourcesAndTheirAddresses() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.locator(".copy").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("已复制");
    assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
        .contains("73,403.32万元。〔1〕", "〔1〕2025年第三季度报告 2025-071 · 2025-10-28 · 第1页")
        .contains(address() + "disclosures/999999-0011223344556677?answer=")
        .contains(address() + "answers/");
  }

  @Test
  void theLinkToAnAnswerOpensItForAnyoneWithoutAnyScript() {
    var page = open(WIDE, ColorScheme.LIGHT);
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    ask(page, "对比近三年前三季度营业收入");
    page.locator(".share").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("链接已复制");
    var link = (String) page.evaluate("() => navigator.clipboard.readText()");
    var withoutScript =
        browsers().context(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var alone = withoutScript.newPage();
    alone.navigate(link);
    assertThat(alone.locator("h1")).hasText("对比近三年前三季度营业收入");
    assertThat(alone.locator(".verdict")).hasText("部分答复，其余请关注后续披露");
    assertThat(alone.locator(".text")).containsText("公司实现营业收入73,403.32万元");
    assertThat(alone.locator(".comparison svg .bar")).hasCount(3);
    assertThat(alone.locator(".originals blockquote")).hasText("公司实现营业收入73,403.32万元");
    assertThat(alone.locator(".originals img"))
        .hasAttribute("src", Pattern.compile("/pages/1\\.png\\?answer="));
    alone.locator(".text .citation").click();
    assertThat(alone).hasURL(Pattern.compile("#source-1$"));
    withoutScript.close();
  }

  @Test
  void anAnswerIsPrintedWithoutWhatIsThereToBePressed() {
    var page = answered(WIDE, ColorScheme.DARK);
    page.navigate(page.locator(".share").getAttribute("href"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".text")).isVisible();
    assertThat(page.locator(".originals blockquote")).isVisible();
    assertThat(page.locator(".notice")).isVisible();
    assertThat(page.locator(".actions")).isHidden();
    assertThat(page.locator(".top")).isHidden();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    screenshot(page, "print", WIDE, ColorScheme.DARK);
  }

  @Test
  void whatIsNewIsListedAndOpensBesideTheQuestion() {
    var page = open(WIDE, ColorScheme.LIGHT);
    assertThat(page.locator(".news li")).containsText("2025年第三季度报告季度报告 · 2025-10-28");
    page.locator(".news a").click();
    assertThat(page.locator("#source h1")).hasText("2025年第三季度报告");
    page.keyboard().press("Escape");
    assertThat(page.locator(".news a")).isFocused();
  }

  @Test
  void wordsAreFoundAndMarkedInTheOriginal() {
    var page = answered(WIDE, ColorScheme.LIGHT);
    page.locator(".citation").first().click();
    page.locator(".find input").fill("营业 收入");
    assertThat(page.locator(".find output")).hasText("第1处，共1处");
    assertThat(page.locator(".leaf .hit.here")).hasCount(1);
    page.locator(".find input").fill("没有的词");
    assertThat(page.locator(".find output")).hasText("没有找到");
    assertThat(page.locator(".leaf .hit")).hasCount(0);
  }

  @Test
  void ofThreeHundredPagesOnlyThoseNearTheViewAreLoaded() {
    var report = ofThreeHundredPages();
    ((HeldInMemory) corpus).hold(report);
    try {
      var page = open(WIDE, ColorScheme.LIGHT);
      page.navigate(address() + "disclosures/" + report.id() + "?page=150");
      assertThat(page.locator(".leaf")).hasCount(300);
      assertThat(page.locator(".leaf[data-number='150'] img")).isInViewport();
      assertThat(page.locator(".page-number")).hasValue("150");
      page.locator(".page-number").fill("299");
      page.locator(".page-number").press("Enter");
      assertThat(page.locator(".leaf[data-number='299'] img")).isInViewport();
      assertThat(page.locator(".leaf[data-number='150'] img")).hasCount(0);
      page.getByRole(AriaRole.BUTTON, named("放大")).click();
      assertThat(page.locator(".leaf[data-number='299']")).isInViewport();
      assertThat(page.locator(".page-number")).hasValue("299");
      assertThat(page.locator(".leaf img").count()).isLessThan(12);
    } finally {
      ((HeldInMemory) corpus).release(report.id());
    }
  }

  @Test
  void anAnswerThatWaitsForAReviewComesOnThePageWhenItIsLetGo() {
    var page = open(WIDE, ColorScheme.LIGHT);
    page.locator("#question").fill("请审核：营业收入是多少？");
    page.locator("#question").press("Enter");
    assertThat(page.locator(".exchange .step")).containsText("审核");
    assertThat(page.locator(".exchange")).not().containsText("73,403.32");
    openQuestions.waiting().forEach(waiting -> openQuestions.release(waiting.id()));
    assertThat(page.locator(".exchange .text")).containsText("73,403.32万元");
    assertThat(page.locator(".exchange .progress")).isHidden();
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
    assertThat(page.locator("#source img").first()).isVisible();
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
    ask(page, "对比近三年前三季度营业收入，2025年全年呢？");
    assertThat(page.locator(".drawn svg")).isVisible();
    page.locator(".why summary").click();
    assertThat(violations(page)).isEmpty();
    screenshot(page, "answer", width, scheme);
    page.locator(".citation").first().click();
    assertThat(page.locator("#source img").first()).isVisible();
    assertThat(naturalWidth(page)).isPositive();
    assertThat(violations(page)).isEmpty();
    page.locator(".find input").fill("营业收入");
    assertThat(page.locator(".find output")).hasText("第1处，共1处");
    assertThat(violations(page)).isEmpty();
    screenshot(page, "original", width, scheme);
    page.getByRole(AriaRole.BUTTON, named("关闭原文")).click();
    page.getByRole(AriaRole.BUTTON, named("历史对话")).click();
    assertThat(violations(page)).isEmpty();
    screenshot(page, "history", width, scheme);
    page.navigate(page.locator(".share").getAttribute("href"));
    assertThat(page.locator(".excerpt img")).isVisible();
    assertThat(violations(page)).isEmpty();
    screenshot(page, "shared", width, scheme);
  }

  private static Disclosure ofThreeHundredPages() {
    return new Disclosure(
        new DisclosureId("999999-00000000000000aa"),
        Examples.ISSUER,
        null,
        DisclosureKind.ANNUAL_REPORT,
        "2024年年度报告",
        null,
        Language.ZH,
        true,
        Instant.parse("2025-04-20T10:00:00Z"),
        null,
        null,
        "2024年年度报告.pdf",
        "aa112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        300,
        1);
  }

  private Page answered(int width, ColorScheme scheme) {
    var page = open(width, scheme);
    ask(page, "营业收入是多少？");
    return page;
  }

  private Page open(int width, ColorScheme scheme) {
    context =
        browsers()
            .context(
                new Browser.NewContextOptions()
                    .setViewportSize(width, width == PHONE ? 740 : 800)
                    .setColorScheme(scheme)
                    .setLocale("zh-CN"));
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

  private Browsers browsers() {
    return Objects.requireNonNull(started);
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
    return ((Number) page.locator("#source img").first().evaluate("image => image.naturalWidth"))
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
    Browsers.picture(
        page, Path.of("target/screenshots", "%s-%d-%s.png".formatted(name, width, scheme)));
  }
}
