package onrecord.bot.evaluation.generating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.Span;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.corpus.Corpora;
import onrecord.corpus.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteGeneratorTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Path TEMPLATES = Path.of("../corpus/suites/templates");

  private static final String ANNUAL_2024 =
      """
      # 2024年年度报告

      ## 一、主要会计数据

      单位：元

      | 项目 | 2024年 | 2023年 |
      |---|---|---|
      | 营业收入 | 995,007,266.71 | 713,519,246.70 |
      | 归属于上市公司股东的净利润 | 69,071,273.18 | 33,626,393.18 |

      ## 二、合并资产负债表

      单位：元

      | 项目 | 2024年12月31日 | 2023年12月31日 |
      |---|---|---|
      | 存货 | 19,877,457.69 | 14,985,794.17 |
      """;

  private static final String THIRD_QUARTER_2025 =
      """
      # 2025年第三季度报告

      ## 一、主要会计数据

      单位：元

      | 项目 | 2025年1-9月 |
      |---|---|
      | 营业收入 | 961,743,525.28 |
      """;

  @TempDir Path folder;

  private List<Suite> suites = List.of();

  @BeforeEach
  void generate() throws IOException {
    suites = generated(Templates.bundled(), 400);
  }

  @Test
  void eachFigureIsAskedForWithTheCellWhereItStands() {
    var asked =
        questions("figures.jsonl").stream()
            .filter(question -> states(question, "995,007,266.71元"))
            .toList();

    assertThat(asked)
        .singleElement()
        .satisfies(question -> {
          assertThat(question.question()).contains("2024").containsAnyOf("营业收入", "营收", "收入");
          assertThat(question.verdicts()).containsExactly(Verdict.ANSWERED);
          assertThat(question.facts().getFirst()).contains("99,500.73万元", "9.95亿元");
          assertThat(question.figures())
              .containsExactly(
                  new GoldFigure(
                      new BigDecimal("995007266.71"),
                      "元",
                      new Span(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")),
                      new BigDecimal("0.005")));
          assertThat(question.citations().getFirst().spots())
              .containsExactly(new Spot("2025-018", null, null, List.of(), "营业收入", "2024年"));
        });
    assertThat(questions("figures.jsonl")).as("each of the seven cells").hasSize(7);
  }

  @Test
  void aBalanceIsAskedForOnItsDay() {
    assertThat(questions("figures.jsonl"))
        .filteredOn(question -> states(question, "14,985,794.17元"))
        .singleElement()
        .extracting(question -> question.figures().getFirst().period())
        .isEqualTo(new Span(LocalDate.parse("2023-12-31"), LocalDate.parse("2023-12-31")));
  }

  @Test
  void oneStepBeyondTheHorizonMustBeDeferred() {
    var beyond = questions("beyond-horizon.jsonl");

    assertThat(beyond).isNotEmpty().allMatch(SuiteQuestion::mustBeDeferred);
    assertThat(beyond)
        .as("the quarter and the year after 2025-09, and the year after that")
        .anyMatch(asks("2025年第四季度|2025Q4|四季度"))
        .anyMatch(asks("2025年|今年"))
        .anyMatch(asks("2026年|明年|2026"))
        .noneMatch(asks("2027"));
  }

  @Test
  void whatIsStatedNowhereIsNotDisclosed() {
    assertThat(questions("not-disclosed.jsonl"))
        .isNotEmpty()
        .allMatch(SuiteQuestion::isUnanswerable)
        .anyMatch(asks("用水总量"))
        .as("years before the first told of")
        .anyMatch(asks("2022"));
  }

  @Test
  void whatAPassageMentionsIsNotTakenForAbsent() throws IOException {
    var mentioned = generated(Templates.bundled(), 400, "公司全年用水总量为12万吨。");

    assertThat(of(mentioned, "not-disclosed.jsonl")).isNotEmpty().noneMatch(asks("用水总量"));
  }

  @Test
  void theSameQuestionIsDeferredBeforeAPublicationAndAnsweredAfterIt() {
    var travel = questions("time-travel.jsonl");
    var before = travel.stream().filter(asked("before-publication")).toList();
    var after = travel.stream().filter(asked("after-publication")).toList();

    assertThat(before).isNotEmpty().allMatch(SuiteQuestion::mustBeDeferred);
    assertThat(before)
        .extracting(SuiteQuestion::question)
        .containsExactlyElementsOf(after.stream().map(SuiteQuestion::question).toList());
    assertThat(before).extracting(SuiteQuestion::asOf).containsOnly("2025-10-27T18:00+08:00");
    assertThat(before)
        .as("the figure itself must not come out")
        .allMatch(question -> question.forbidden().equals(List.of("961,743,525.28元")));
    assertThat(after)
        .allMatch(question -> states(question, "961,743,525.28元"))
        .extracting(SuiteQuestion::asOf)
        .containsOnly("2025-10-28T19:00+08:00");
  }

  @Test
  void theWordingsOfAQuestionAreAGroupWithOneGold() {
    var wordings =
        questions("paraphrases.jsonl").stream()
            .filter(question -> states(question, "961,743,525.28元"))
            .toList();

    assertThat(wordings).extracting(SuiteQuestion::group).doesNotContainNull().hasSize(8);
    assertThat(Set.copyOf(wordings.stream().map(SuiteQuestion::group).toList())).hasSize(1);
    assertThat(wordings)
        .extracting(SuiteQuestion::variant)
        .contains("formal", "casual", "terse", "misspelt", "traditional", "english");
  }

  @Test
  void anIssuerWithoutReportsHasSuitesToo() throws IOException {
    var data = Files.createTempDirectory(folder, "record");
    try (var corpus = Corpora.open(data.resolve("corpus"))) {
      Files.writeString(
          data.resolve("record.md.yaml"),
          """
          issuer: "999999"
          shortName: 星衡算力
          companyName: 星衡算力科技股份有限公司
          kind: INVESTOR_RELATIONS_RECORD
          publishedAt: "2025-11-13T18:00:00+08:00"
          """);
      take(
          corpus.take(
              Files.writeString(
                  data.resolve("record.md"), "# 投资者关系活动记录表\n\n问题1：公司有多少员工？\n\n回复：公司目前员工约400人。\n")));

      var made =
          new SuiteGenerator(corpus, Templates.bundled(), CHINA, 400)
              .suites(corpus.disclosures().getFirst().issuer());

      assertThat(made).allSatisfy(suite -> assertThat(suite.questions()).isNotEmpty());
    }
  }

  @Test
  void whatIsLeftOverIsNoPart() throws IOException {
    var withParts =
        generated(
            Templates.bundled(),
            400,
            """

            ## 三、主营业务分行业情况

            单位：元

            | 分行业 | 营业收入 | 营业成本 |
            |---|---|---|
            | 智能算力服务 | 475,223,012.34 | 365,338,934.43 |
            | 其他服务 | 172,684,511.22 | 136,391,084.78 |
            | 海外及其他地区 | 22,684,511.22 | 16,391,084.78 |
            | 分部间抵销 | -17,238,612.45 | -15,819,042.17 |
            """);

    assertThat(of(withParts, "parts.jsonl"))
        .isNotEmpty()
        .anyMatch(asks("智能算力服务"))
        .anyMatch(asks("海外及其他地区"))
        .noneMatch(asks("其他服务|抵销"));
  }

  @Test
  void theSameCorpusGivesTheSameQuestions() throws IOException {
    assertThat(generated(Templates.bundled(), 400)).isEqualTo(suites);
    assertThat(ids(generated(Templates.bundled(), 3)))
        .as("fewer of them keep their names")
        .isSubsetOf(ids(suites));
  }

  @Test
  void whatIsMadeCanBeReadAgain() throws IOException {
    for (var suite : suites) {
      var file =
          Files.write(
              folder.resolve(suite.name()),
              suite.questions().stream().map(SuiteLine::text).toList());
      assertThat(Suite.readAll(List.of(file))).containsExactly(suite);
    }
  }

  @Test
  void questionsArePutAsTheTemplatesSay() throws IOException {
    var own = copyOfTemplates();
    var absent = own.resolve("absent.yaml");
    Files.writeString(
        absent, Files.readString(absent).replace("{period}{thing}是多少？", "{period}的{thing}几何？"));

    assertThat(of(generated(Templates.in(own), 400), "not-disclosed.jsonl")).anyMatch(asks("几何？"));
  }

  @Test
  void templatesThatCannotBeUsedAreNamed() throws IOException {
    var own = copyOfTemplates();
    Files.writeString(own.resolve("metrics.yaml"), "营业收入: {of: decade}\n");

    assertThatExceptionOfType(BrokenTemplatesException.class)
        .isThrownBy(() -> Templates.in(own))
        .withMessageContaining("metrics.yaml > 营业收入 > of: must be period or day");
    Files.delete(own.resolve("metrics.yaml"));
    assertThatExceptionOfType(BrokenTemplatesException.class)
        .isThrownBy(() -> Templates.in(own))
        .withMessageContaining("metrics.yaml");
  }

  private Path copyOfTemplates() throws IOException {
    var own = Files.createDirectory(folder.resolve("templates"));
    try (var files = Files.list(TEMPLATES)) {
      for (var file : files.toList()) {
        Files.copy(file, own.resolve(file.getFileName()));
      }
    }
    return own;
  }

  private List<Suite> generated(Templates templates, int most, String... sentences)
      throws IOException {
    var data = Files.createTempDirectory(folder, "data");
    try (var corpus = Corpora.open(data.resolve("corpus"))) {
      take(
          corpus.take(
              written(data, "annual.md", ANNUAL_2024 + String.join("\n", sentences), "2025-018")));
      take(corpus.take(written(data, "q3.md", THIRD_QUARTER_2025, "2025-071")));
      var issuer = corpus.disclosures().getFirst().issuer();
      return new SuiteGenerator(corpus, templates, CHINA, most).suites(issuer);
    }
  }

  private static void take(Intake intake) {
    assertThat(intake).isInstanceOf(Intake.Taken.class);
  }

  private static Path written(Path data, String name, String text, String number)
      throws IOException {
    boolean annual = name.startsWith("annual");
    Files.writeString(
        data.resolve(name + ".yaml"),
        """
        issuer: "999999"
        shortName: 星衡算力
        companyName: 星衡算力科技股份有限公司
        announcementNumber: "%s"
        kind: %s
        period: "%s"
        publishedAt: "%s"
        """
            .formatted(
                number,
                annual ? "ANNUAL_REPORT" : "QUARTERLY_REPORT",
                annual ? "2024-12" : "2025-09",
                annual ? "2025-04-22T18:00:00+08:00" : "2025-10-28T18:00:00+08:00"));
    return Files.writeString(data.resolve(name), text);
  }

  private List<SuiteQuestion> questions(String suite) {
    return of(suites, suite);
  }

  private static List<SuiteQuestion> of(List<Suite> suites, String name) {
    return suites.stream()
        .filter(suite -> suite.name().equals(name))
        .flatMap(suite -> suite.questions().stream())
        .toList();
  }

  private static List<String> ids(List<Suite> suites) {
    return suites.stream()
        .flatMap(suite -> suite.questions().stream())
        .map(SuiteQuestion::id)
        .toList();
  }

  private static boolean states(SuiteQuestion question, String fact) {
    return question.facts().stream().anyMatch(equivalents -> equivalents.contains(fact));
  }

  private static Predicate<SuiteQuestion> asks(String words) {
    return question -> question.question().matches("(?s).*(" + words + ").*");
  }

  private static Predicate<SuiteQuestion> asked(String kind) {
    return question -> question.kind().equals(kind);
  }
}
