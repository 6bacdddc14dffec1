package onrecord.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onrecord.bot.Answer;
import onrecord.bot.Assistant;
import onrecord.bot.OnRecord;
import onrecord.bot.Question;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import onrecord.bot.desk.review.Outgoing;
import onrecord.bot.web.Browsers;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Intake;
import onrecord.corpus.PassageId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Each task of the desk in a real browser, over the whole program and the demo company.
@SpringBootTest(
    classes = OnRecord.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "onrecord.review.hold=ALL")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleTest {

  private static final String ANNA = "anna";
  private static final String BERT = "bert";
  private static final String PASSWORD = "correct horse battery";

  /// In milliseconds: processes that read files are slow to start where much else runs.
  private static final int PATIENCE = 300_000;

  private static final String NOTICE =
      """
      # 关于签订重大合同的公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-088

      星衡算力科技股份有限公司

      ## 一、合同概况

      公司与客户签订了青岚湖项目合同，合同金额为1,234.56万元。

      2025年11月3日
      """;

  /// Made before anything else: the program starts on it before a test's own folders are there.
  private static final Path FOLDER = folder();

  @LocalServerPort int port;

  @Autowired People people;
  @Autowired CuratedCorpus corpus;
  @Autowired Assistant assistant;
  @Autowired AnswerArchive archive;
  @Autowired Outgoing outgoing;

  private @Nullable Browsers started;

  @SuppressWarnings("NullAway.Init")
  private BrowserContext context;

  private final List<String> complaints = new ArrayList<>();

  private static Path folder() {
    try {
      return Files.createTempDirectory("onrecord-console-test");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("onrecord.data", () -> FOLDER.resolve("data").toString());
  }

  @BeforeAll
  void start() {
    started = Browsers.startOrSkip();
    if (people.person(ANNA).isEmpty()) {
      people.add(ANNA, PASSWORD, EnumSet.allOf(Role.class), "test");
      people.add(BERT, PASSWORD, EnumSet.of(Role.REVIEWER), "test");
    }
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
  @Order(1)
  void nobodyComesInWithoutTheRightPassword() {
    var page = browse(1280, ColorScheme.LIGHT);
    page.navigate(address("/console/disclosures"));
    assertThat(page).hasURL(address("/console/sign-in"));
    page.locator("[name=name]").fill(ANNA);
    page.locator("[name=password]").fill("guess");
    page.locator("main button").click();
    assertThat(page.locator("[role=alert]")).hasText("姓名或密码不正确。");
    shoot(page, "sign-in");
  }

  @Test
  @Order(2)
  void aFileIsHandedInConfirmedAndPublishedAtATime() throws IOException {
    var page = signedIn(ANNA);
    page.locator("#file")
        .setInputFiles(
            new Path[] {
              Files.writeString(FOLDER.resolve("contract.md"), NOTICE),
              Files.writeString(FOLDER.resolve("empty.md"), "")
            });
    assertThat(page.locator(".handed-in .taken a")).hasText("关于签订重大合同的公告");
    assertThat(page.locator(".handed-in .refused strong")).hasText("未收录：空文件");
    assertThat(page.locator(".rows tbody")).containsText("草稿");
    shoot(page, "handed-in");

    page.locator(".handed-in .taken a").click();
    assertThat(page.locator(".read")).containsText("1,234.56万元");
    page.locator(".metadata").evaluate("details => details.open = true");
    page.locator(".metadata [name=title]").fill("重大合同公告");
    page.locator(".metadata button").click();
    assertThat(page.locator("h1")).hasText("重大合同公告");

    page.locator("[name=at]").fill("2099-01-01T09:00");
    page.locator(".acts button.primary").click();
    assertThat(page.locator(".document .state")).hasText("待披露");
    page.locator(".acts button.primary").click();
    assertThat(page.locator(".document .state")).hasText("已披露");
    assertThat(page.locator(".history")).containsText("设定披露时间");
    assertThat(page.locator(".history")).containsText(ANNA);
    shoot(page, "published");
  }

  @Test
  @Order(3)
  void theListIsFilteredByAnyTextAndSeveralAreWithdrawnAtOnce() {
    var page = signedIn(ANNA);
    page.locator("[name=q]").fill("青岚湖");
    assertThat(page.locator(".rows tbody tr")).hasCount(1);
    page.locator(".rows tbody input[type=checkbox]").check();
    page.locator("#bulk [name=reason]").fill("合同已解除");
    page.locator("#bulk button.danger").click();
    assertThat(page.locator(".flash")).containsText("已处理1份");
    page.locator("[name=state]").selectOption("WITHDRAWN");
    assertThat(page.locator(".rows tbody tr")).hasCount(1);
    shoot(page, "filtered");
  }

  @Test
  @Order(4)
  void aFigureStandsBesideItsCellAndIsPutRightOrStruckOut() {
    var report = ofKind(DisclosureKind.QUARTERLY_REPORT);
    var figure =
        corpus.readFigures(report.id()).stream()
            .filter(read -> pageOf(read.read().passage()) == 2)
            .findFirst()
            .orElseThrow();
    var page = signedIn(ANNA);
    page.navigate(address("/console/disclosures/" + report.id() + "?page=2"));
    assertThat(page.locator(".cell").first()).isVisible();
    page.waitForFunction("() => document.querySelector('.sheet-of img').naturalWidth > 0");
    shoot(page, "preview");

    var entry = page.locator("#figure-" + figure.ordinal());
    entry.locator("summary").click();
    entry.locator("[name=value]").fill("77");
    entry.locator("[name=reason]").fill("误读");
    entry.locator("button.primary").click();
    assertThat(page.locator("#figure-" + figure.ordinal() + " .what")).containsText("已改正");
    page.locator("#figure-" + figure.ordinal() + " summary").click();
    page.locator("#figure-" + figure.ordinal() + " button.danger").click();
    assertThat(page.locator("#figure-" + figure.ordinal() + " .what")).containsText("已剔除");
  }

  private int pageOf(PassageId id) {
    return Objects.requireNonNullElse(corpus.passage(id).orElseThrow().page(), 0);
  }

  @Test
  @Order(5)
  void aCorrectionIsShownBesideWhatItCorrects() {
    var correction = ofKind(DisclosureKind.CORRECTION);
    var page = signedIn(ANNA);
    page.navigate(address("/console/disclosures/" + correction.id()));
    page.locator(".document a").first().click();
    assertThat(page.locator("del").first()).isVisible();
    assertThat(page.locator("ins").first()).isVisible();
    shoot(page, "diff");
  }

  @Test
  @Order(6)
  void aWithdrawalAsksForAReason() {
    var profile = ofKind(DisclosureKind.INVESTOR_RELATIONS_RECORD);
    var page = signedIn(ANNA);
    page.navigate(address("/console/disclosures/" + profile.id()));
    page.locator(".acts button.danger").click();
    assertThat(page.locator(".document .state")).hasText("已披露");
    page.locator(".acts [name=reason]").fill("重复披露");
    page.locator(".acts button.danger").click();
    assertThat(page.locator(".document .state")).hasText("已撤回");
    assertThat(page.locator(".history")).containsText("重复披露");
  }

  @Test
  @Order(7)
  void anAnswerWaitsUntilOneKeyLetsItGo() {
    var answer = ask("2025年前三季度营业收入是多少？");
    assertThat(outgoing.send(answer).answer().text()).doesNotContain("961");

    var page = signedIn(BERT);
    page.navigate(address("/console/review"));
    assertThat(page.locator(".waiting")).containsText("961,743,525.28");
    assertThat(page.locator(".waiting")).containsText("已等待");
    shoot(page, "review");
    page.keyboard().press("a");
    assertThat(page.locator(".flash")).hasText("已批准并发出。");
    assertThat(outgoing.again(answer).state()).isEqualTo(Outgoing.State.APPROVED);
    assertThat(outgoing.again(answer).answer()).isEqualTo(answer);
  }

  @Test
  @Order(8)
  void anAnswerGoesOutAsEditedOrNotAtAll() {
    var edited = ask("公司的主营业务是什么？");
    outgoing.send(edited);
    var page = signedIn(BERT);
    page.navigate(address("/console/review"));
    page.keyboard().press("e");
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type("公司主营算力服务。");
    page.locator(".edit button").click();
    assertThat(page.locator(".flash")).hasText("已按修改后的内容发出。");
    assertThat(outgoing.again(edited).answer().text()).isEqualTo("公司主营算力服务。");

    var declined = ask("公司有多少员工？");
    outgoing.send(declined);
    page.navigate(address("/console/review"));
    page.keyboard().press("d");
    assertThat(page.locator(".flash")).containsText("不在此答复");
    assertThat(outgoing.again(declined).answer().citations()).isEmpty();
  }

  @Test
  @Order(9)
  void aGroupGetsAnAnswerThatASecondPersonApproves() {
    ask("公司的数据中心有多少个机柜？");
    ask("公司数据中心有多少个机柜？");
    var page = signedIn(ANNA);
    page.navigate(address("/console/questions"));
    assertThat(page.locator(".rows tbody tr").first()).isVisible();
    shoot(page, "questions");
    page.locator(".rows tbody a", new Page.LocatorOptions().setHasText("机柜")).first().click();
    page.locator("#write [name=text]").fill("公司未披露机柜数量，相关业务情况见定期报告。〔1〕");
    page.locator(".cite").first().check();
    shoot(page, "write");
    page.locator("#write button").click();
    assertThat(page.locator(".flash")).containsText("待另一人批准");
    page.navigate(address("/console/approved"));
    assertThat(page.locator("main button.primary")).hasCount(0);
    context.close();

    page = signedIn(BERT);
    page.navigate(address("/console/approved"));
    page.locator("main button.primary").click();
    assertThat(page.locator(".state").first()).hasText("使用中");
    shoot(page, "approved");
    var answer = ask("公司的数据中心有多少个机柜？");
    assertThat(answer.composer()).isEqualTo("approved");
    assertThat(answer.text()).startsWith("公司未披露机柜数量");
    assertThat(answer.claims().getFirst().citations()).containsExactly(1);
  }

  @Test
  @Order(10)
  void aSpanIsExportedAsARecord() throws IOException {
    outgoing.send(ask("2024年营业收入是多少？"));
    outgoing
        .waiting()
        .forEach(held -> outgoing.settle(held.id(), Outgoing.State.APPROVED, "", BERT));
    var page = signedIn(ANNA);
    page.navigate(address("/console/record"));
    page.locator("[name=hosts]").fill("董事会秘书");
    shoot(page, "record");
    var docx = page.waitForDownload(() -> page.locator("button[value=docx]").click());
    var pdf = page.waitForDownload(() -> page.locator("button[value=pdf]").click());
    assertThat(docx.suggestedFilename()).startsWith("投资者关系活动记录表").endsWith(".docx");
    try (var document = new XWPFDocument(Files.newInputStream(docx.path()));
        var words = new XWPFWordExtractor(document)) {
      assertThat(words.getText()).contains("投资者关系活动记录表", "√其他", "□业绩说明会", "问题1：", "回答：", "董事会秘书");
    }
    try (var document = Loader.loadPDF(pdf.path().toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("投资者关系活动记录表", "√其他", "问题1：", "回答：", "董事会秘书");
    }
  }

  @Test
  @Order(11)
  void whatHappenedIsFoundCheckedAndExported() throws IOException {
    var page = signedIn(ANNA);
    page.navigate(address("/console/audit"));
    page.locator("form[action$=verify] button").click();
    assertThat(page.locator("[role=status]").first()).containsText("完整");
    page.locator("[name=q]").fill("机柜");
    page.locator("[name=kind]").selectOption("ANSWER");
    page.locator(".filter button").click();
    shoot(page, "audit");
    var csv =
        page.waitForDownload(
            () -> page.locator("a.button", new Page.LocatorOptions().setHasText("CSV")).click());
    assertThat(Files.readString(csv.path()))
        .contains("\"ANSWER\"")
        .doesNotContain("\"DISCLOSURE\"");
    page.locator(".rows tbody a").first().click();
    assertThat(page.locator("h1")).containsText("机柜");
    shoot(page, "answer");
  }

  @Test
  @Order(12)
  void peopleAreAddedAndLockedAndHaveOnlyTheirRoles() {
    var page = signedIn(ANNA);
    page.navigate(address("/console/people"));
    page.locator("#add [name=name]").fill("carl");
    page.locator("#add [value=AUDITOR]").check();
    page.locator("#add button").click();
    assertThat(page.locator(".secret code")).hasText(Pattern.compile("\\w{20}"));
    shoot(page, "people");
    page.locator("[data-name=carl] [name=locked]").check();
    page.locator("[data-name=carl] form.inline button").click();
    assertThat(people.person("carl").orElseThrow().locked()).isTrue();

    page.locator("#erase [name=investor]").fill("4711");
    page.locator("#erase [name=reason]").fill("投资者来函");
    page.locator("#erase button").click();
    assertThat(page.locator(".flash")).containsText("没有此人的信息");
    assertThat(archive.trail().entries(AuditTrail.Filter.ALL, 0, 1).getFirst().content())
        .contains("投资者来函")
        .doesNotContain("4711");
    context.close();

    page = signedIn(BERT);
    assertThat(page.locator(".sections")).not().containsText("人员");
    assertThat(page.navigate(address("/console/people")).status()).isEqualTo(403);
    complaints.clear();
  }

  @ParameterizedTest
  @Order(13)
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void everyPageIsAccessibleAndFits(int width, ColorScheme scheme) {
    var page = signedIn(ANNA, width, scheme);
    var report = ofKind(DisclosureKind.QUARTERLY_REPORT).id();
    var correction = ofKind(DisclosureKind.CORRECTION).id();
    for (var path :
        List.of(
            "/console/disclosures?lang=en",
            "/console/disclosures?lang=zh",
            "/console/disclosures/" + report + "?page=2",
            "/console/disclosures/" + correction + "/diff",
            "/console/questions",
            "/console/approved",
            "/console/review",
            "/console/record",
            "/console/week",
            "/console/audit",
            "/console/people",
            "/console/people/keys",
            "/console/account")) {
      page.navigate(address(path));
      assertThat(overflow(page)).as("overflow of " + path).isZero();
      assertThat(violations(page)).as(path).isEmpty();
      shoot(page, "all" + path.replaceAll("\\W+", "-") + "-" + width + "-" + scheme);
    }
  }

  @Test
  @Order(14)
  void eachDocumentOfAnArchiveHasALineOfItsOwn() throws IOException {
    var archive = FOLDER.resolve("notices.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("2025/notice.md"));
      zip.write(NOTICE.replace("青岚湖", "白石山").replace("088", "089").getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("2025/empty.pdf"));
      zip.putNextEntry(new ZipEntry("2025/cut.pdf"));
      zip.write("%PDF-1.7 and no more".getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("2025/利润表.xlsx"));
      zip.write(workbook());
    }
    var page = signedIn(ANNA);
    page.locator("#file").setInputFiles(archive);
    assertThat(page.locator(".handed-in .taken a"))
        .hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    assertThat(page.locator(".handed-in .refused").nth(0)).containsText("empty.pdf 未收录：空文件");
    assertThat(page.locator(".handed-in .refused").nth(1)).containsText("cut.pdf 未收录：文件损坏");
    shoot(page, "archive");

    page.locator(".handed-in .taken a").nth(1).click();
    assertThat(page.locator(".figures li", hasText("营业收入")).first().locator(".sheet-cell"))
        .hasText("利润表!B6");
    shoot(page, "workbook");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static byte[] workbook() throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet("利润表");
      var rows =
          List.of(
              List.of("2024年度合并利润表"),
              List.of("证券代码：999999 证券简称：星衡算力"),
              List.of("星衡算力科技股份有限公司"),
              List.of("单位：万元"),
              List.of("项目", "2024年度", "2023年度"),
              List.of("营业收入", "73,403.32", "43,370.36"),
              List.of("净利润", "840.50", "301.46"));
      for (var at = 0; at < rows.size(); at++) {
        var row = sheet.createRow(at);
        for (var column = 0; column < rows.get(at).size(); column++) {
          row.createCell(column).setCellValue(rows.get(at).get(column));
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  @Order(15)
  void pagesThatNeedALookAreFlaggedAndTurnedPagesStandUpright() throws IOException {
    // Handed in beside the browser, which would not wait for the recognition of text.
    var intake = (Intake.Taken) corpus.draft(DrawnReport.in(FOLDER.resolve("flags.pdf")));
    var page = signedIn(ANNA);
    page.navigate(address("/console/disclosures/" + intake.disclosure().id()));

    assertThat(page.locator(".flagged a")).hasText(new String[] {"2", "3"});
    page.locator(".flagged a[data-flag=GARBLED]").click();
    assertThat(page.locator(".paper [data-flag=GARBLED]")).isVisible();
    assertThat(page.locator(".read .passage")).hasCount(0);
    shoot(page, "flag-garbled");
    page.locator(".flagged a").first().click();
    // Recognised where the program for it is installed.
    assertThat(page.locator(".paper [data-flag=RECOGNISED], .paper [data-flag=SCANNED]"))
        .isVisible();
    shoot(page, "flag-picture");

    page.navigate(page.url().replaceAll("\\?.*", "") + "?page=4");
    assertThat(page.locator(".paper [data-flag]")).hasCount(0);
    assertThat(page.locator(".read .passage").first()).containsText("turned by a quarter");
    page.waitForFunction("() => document.querySelector('.sheet-of img').naturalWidth > 0");
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => { const i = document.querySelector('.sheet-of img'); return i.naturalWidth > i.naturalHeight; }"))
        .isTrue();
    shoot(page, "turned");
  }

  // --- the browser

  private Page browse(int width, ColorScheme scheme) {
    context =
        Objects.requireNonNull(started)
            .context(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 860)
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
    return page;
  }

  private Page signedIn(String name) {
    return signedIn(name, 1280, ColorScheme.LIGHT);
  }

  private Page signedIn(String name, int width, ColorScheme scheme) {
    var page = browse(width, scheme);
    page.navigate(address("/console/sign-in"));
    page.locator("[name=name]").fill(name);
    page.locator("[name=password]").fill(PASSWORD);
    page.locator("main button").click();
    assertThat(page.locator(".sections")).isVisible();
    return page;
  }

  private Answer ask(String question) {
    return assistant.answer(Question.of(question, Instant.now()));
  }

  private Disclosure ofKind(DisclosureKind kind) {
    return corpus.disclosures().stream()
        .filter(disclosure -> disclosure.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule ->
                rule.getId()
                    + ": "
                    + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList())
            .toList();
  }

  private static void shoot(Page page, String name) {
    Browsers.picture(page, Path.of("target/screenshots/console", name + ".png"));
  }
}
