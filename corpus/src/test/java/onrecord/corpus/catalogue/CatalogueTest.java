package onrecord.corpus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.DataDirectoryInUseException;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.formats.PlainTextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  private static final SecuritiesCode ISSUER = new SecuritiesCode("999999");
  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");

  private static final String REPORT =
      """
      # 2024年年度报告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-015

      星衡算力股份有限公司

      ## 一、主要会计数据

      单位：万元

      | 项目 | 2024年 | 2023年 |
      |---|---|---|
      | 营业收入 | 1,000.00 | 800.00 |
      | 净利润 | 90.00 | 70.00 |

      ### 分地区

      单位：万元

      | 地区 | 2024年 | 2023年 |
      |---|---|---|
      | 华北 | 600.00 | 500.00 |
      | 华东 | 400.00 | 300.00 |
      | 营业收入 | 1,000.00 | 800.00 |

      ## 二、员工情况

      | 类别 | 人数 |
      |---|---|
      | 研发人员 | 120 |
      | 销售人员 | 45 |

      2025年4月20日
      """;

  private static final String CORRECTION =
      """
      # 关于2024年年度报告的更正公告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-020

      星衡算力股份有限公司

      公司于2025年4月20日披露了《2024年年度报告》（公告编号：2025-015），因工作人员疏忽，现更正如下：

      更正前：

      单位：万元

      | 项目 | 2024年 | 2023年 |
      |---|---|---|
      | 营业收入 | 1,000.00 | 800.00 |
      | 净利润 | 90.00 | 70.00 |

      更正后：

      单位：万元

      | 项目 | 2024年 | 2023年 |
      |---|---|---|
      | 营业收入 | 1,010.00 | 800.00 |
      | 净利润 | 91.00 | 70.00 |

      2025年5月8日
      """;

  private static final Instant REPORTED = Instant.parse("2025-04-19T16:00:00Z");
  private static final Instant CORRECTED = Instant.parse("2025-05-07T16:00:00Z");

  @TempDir Path folder;

  @Test
  void aFileIsTakenOnceHoweverOftenItComes() throws IOException {
    try (var corpus = open()) {
      var taken = (Intake.Taken) corpus.take(write("report.md", REPORT));
      var revision = corpus.revision();
      var again = corpus.take(write("copy.md", REPORT));

      assertThat(taken.passages()).isPositive();
      assertThat(again).isEqualTo(new Intake.AlreadyKnown("copy.md", taken.disclosure()));
      assertThat(corpus.revision()).isEqualTo(revision);
      assertThat(corpus.disclosures()).hasSize(1);
    }
  }

  @Test
  void allIsThereAfterARestart() throws IOException {
    Disclosure before;
    List<Passage> passages;
    try (var corpus = open()) {
      before = take(corpus, "report.md", REPORT);
      passages = corpus.passages(before.id());
    }
    try (var corpus = open()) {
      assertThat(corpus.disclosure(before.id())).contains(before);
      assertThat(corpus.passages(before.id())).isEqualTo(passages);
      assertThat(corpus.passage(passages.getLast().id())).contains(passages.getLast());
      assertThat(corpus.original(before.id())).hasContent(REPORT);
    }
  }

  @Test
  void figuresComeBackAsTheyWereRead() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var read = new FigureReader().read(report, corpus.passages(report.id()));

      assertThat(read).isNotEmpty();
      assertThat(corpus.figures(report.id())).isEqualTo(read);
      assertThat(corpus.figures(ISSUER, NOW)).isEqualTo(read);
    }
  }

  @Test
  void nothingCountsBeforeItsPublication() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);

      assertThat(report.publishedAt()).isEqualTo(REPORTED);
      assertThat(corpus.inForce(REPORTED.minusSeconds(1))).isEmpty();
      assertThat(corpus.figures(ISSUER, REPORTED.minusSeconds(1))).isEmpty();
      assertThat(corpus.horizon(ISSUER, REPORTED.minusSeconds(1))).isEmpty();
      assertThat(corpus.inForce(REPORTED)).containsExactly(report);
      assertThat(corpus.horizon(ISSUER, REPORTED)).contains(ReportingPeriod.year(2024));
    }
  }

  @Test
  void aDraftIsSeenByNobodyUntilItIsPublished() throws IOException {
    try (var corpus = open()) {
      var draft = ((Intake.Taken) corpus.draft(write("report.md", REPORT))).disclosure();
      assertThat(draft.publishedAt()).isNull();
      assertThat(corpus.inForce(NOW)).isEmpty();

      var published = corpus.publish(draft.id(), NOW.minusSeconds(60));

      assertThat(published.revision()).isGreaterThan(draft.revision());
      assertThat(corpus.inForce(NOW)).containsExactly(published);
      assertThatThrownBy(() -> corpus.publish(draft.id(), NOW))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anEmbargoCanBeMoved() throws IOException {
    try (var corpus = open()) {
      var draft = ((Intake.Taken) corpus.draft(write("report.md", REPORT))).disclosure();
      corpus.publish(draft.id(), NOW.plus(Duration.ofDays(2)));
      corpus.publish(draft.id(), NOW.plus(Duration.ofDays(1)));

      assertThat(corpus.inForce(NOW)).isEmpty();
      assertThat(corpus.inForce(NOW.plus(Duration.ofDays(1)))).hasSize(1);
    }
  }

  @Test
  void aWithdrawnDisclosureCountsOnlyForEarlierDays() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var withdrawn = corpus.withdraw(report.id(), "published by mistake");

      assertThat(withdrawn.endedAt()).isEqualTo(NOW);
      assertThat(corpus.inForce(NOW)).isEmpty();
      assertThat(corpus.inForce(NOW.minusSeconds(1))).hasSize(1);
      assertThatThrownBy(() -> corpus.withdraw(report.id(), "again"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aCorrectionEndsTheTableThatItCorrectsAndNoOther() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var correction = take(corpus, "correction.md", CORRECTION);

      assertThat(correction.supersedes()).isEqualTo(report.id());
      assertOnlyTheDataTableEnded(corpus, report.id());
      assertThat(profits(corpus, CORRECTED.minusSeconds(1))).containsExactly("90.00", "70.00");
      assertThat(profits(corpus, CORRECTED)).containsExactly("91.00", "70.00");
    }
  }

  @Test
  void aCorrectionMayArriveBeforeWhatItCorrects() throws IOException {
    try (var corpus = open()) {
      var correction = take(corpus, "correction.md", CORRECTION);
      assertThat(correction.supersedes()).isNull();

      var report = take(corpus, "report.md", REPORT);

      assertThat(corpus.disclosure(correction.id()).orElseThrow().supersedes())
          .isEqualTo(report.id());
      assertOnlyTheDataTableEnded(corpus, report.id());
    }
  }

  @Test
  void aDraftedCorrectionEndsNothingUntilItIsPublished() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var correction = ((Intake.Taken) corpus.draft(write("c.md", CORRECTION))).disclosure();
      assertThat(corpus.passages(report.id())).allMatch(passage -> passage.endedAt() == null);

      corpus.publish(correction.id(), NOW);

      assertThat(corpus.passages(report.id())).anyMatch(passage -> NOW.equals(passage.endedAt()));
    }
  }

  @Test
  void whatACorrectionQuotesAsWrongIsNotCited() throws IOException {
    try (var corpus = open()) {
      var correction = take(corpus, "correction.md", CORRECTION);

      assertThat(corpus.passages(correction.id()))
          .filteredOn(passage -> passage.text().contains("1,000.00"))
          .isNotEmpty()
          .allMatch(passage -> passage.speaker() == Speaker.BOILERPLATE);
    }
  }

  @Test
  void aRevisedEditionEndsTheFirstOneWhole() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var revised =
          REPORT
              .replace("2024年年度报告", "2024年年度报告（更正后）")
              .replace("2025-015", "2025-021")
              .replace("2025年4月20日", "2025年5月9日");
      take(corpus, "revised.md", revised);

      assertThat(corpus.disclosure(report.id()).orElseThrow().endedAt())
          .isEqualTo(Instant.parse("2025-05-08T16:00:00Z"));
    }
  }

  @Test
  void aDocumentWithoutACodeJoinsTheIssuerKnownByItsName() throws IOException {
    var profile = "星衡算力股份有限公司\n公司简介\n公司成立于2012年，主营算力服务。\n2025年1月5日\n";
    try (var corpus = open()) {
      var first = take(corpus, "profile.txt", profile);
      assertThat(first.issuer().code()).isNotEqualTo(ISSUER);

      take(corpus, "report.md", REPORT);
      assertThat(corpus.disclosure(first.id()).orElseThrow().issuer().code()).isEqualTo(ISSUER);

      var second = take(corpus, "more.txt", profile.replace("2012", "2013"));
      assertThat(second.issuer().code()).isEqualTo(ISSUER);
    }
  }

  @Test
  void aFailureHalfWayLeavesNothing() throws IOException {
    FigureSource failing =
        (disclosure, passages) ->
            new AbstractList<Figure>() {
              @Override
              public Figure get(int index) {
                throw new IllegalStateException("the power fails");
              }

              @Override
              public int size() {
                return 1;
              }
            };
    try (var corpus = open(failing)) {
      assertThatThrownBy(() -> corpus.take(write("report.md", REPORT)))
          .hasMessage("the power fails");
    }
    try (var corpus = open()) {
      assertThat(corpus.disclosures()).isEmpty();
      assertThat(corpus.revision().value()).isZero();
      assertThat(corpus.take(write("report.md", REPORT))).isInstanceOf(Intake.Taken.class);
    }
  }

  @Test
  void theOriginalIsOnDiskBeforeTheCatalogueNamesIt() throws IOException {
    var originals = folder.resolve("data/originals");
    FigureSource observing =
        (disclosure, passages) -> {
          assertThat(originals).isEmptyDirectory();
          return List.of();
        };
    try (var corpus = open(observing)) {
      var report = take(corpus, "report.md", REPORT);

      assertThat(originals)
          .isDirectoryContaining(file -> file.equals(corpus.original(report.id())));
      assertThat(originals).isDirectoryNotContaining("glob:**.tmp");
    }
  }

  @Test
  void aRefusedFileChangesNothing() throws IOException {
    try (var corpus = open()) {
      var refused = corpus.take(write("nobody.txt", "今天天气很好。"));

      assertThat(refused)
          .isInstanceOfSatisfying(
              Intake.Refused.class,
              refusal -> {
                assertThat(refusal.reason()).isEqualTo(Intake.Reason.MISSING_METADATA);
                assertThat(refusal.file()).isEqualTo("nobody.txt");
              });
      assertThat(corpus.revision().value()).isZero();
    }
  }

  @Test
  void aDataDirectoryHasOneUser() throws Exception {
    try (var corpus = Corpora.open(folder.resolve("data"))) {
      assertThat(corpus.disclosures()).isEmpty();
      var virtualMachine = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var process =
          new ProcessBuilder(
                  virtualMachine,
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpenElsewhere.class.getName(),
                  folder.resolve("data").toString())
              .redirectErrorStream(true)
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(output)
          .contains(DataDirectoryInUseException.class.getName())
          .contains("Another OnRecord");
    }
  }

  @Test
  void unknownIdsAreSaidToBeUnknown() {
    try (var corpus = open()) {
      var nobody = new DisclosureId("999999-none");

      assertThat(corpus.disclosure(nobody)).isEmpty();
      assertThat(corpus.passages(nobody)).isEmpty();
      assertThat(corpus.passage(new PassageId("999999-none#x"))).isEmpty();
      assertThatThrownBy(() -> corpus.original(nobody)).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> corpus.withdraw(nobody, "why"))
          .isInstanceOf(NoSuchElementException.class);
    }
  }

  private static void assertOnlyTheDataTableEnded(Corpus corpus, DisclosureId report) {
    assertThat(corpus.passages(report).stream().filter(passage -> passage.endedAt() != null))
        .singleElement()
        .satisfies(passage -> {
          assertThat(passage.text()).contains("净利润\t90.00\t70.00");
          assertThat(passage.endedAt()).isEqualTo(CORRECTED);
        });
  }

  private static List<String> profits(Corpus corpus, Instant asOf) {
    return corpus.figures(ISSUER, asOf).stream()
        .filter(figure -> figure.metric().equals("净利润"))
        .map(Figure::printed)
        .toList();
  }

  private Corpus open() {
    return open(new FigureReader()::read);
  }

  private Corpus open(FigureSource figures) {
    return new Catalogue(
        Database.inDirectory(folder.resolve("data")),
        folder.resolve("data/originals"),
        new Formats(new PlainTextReader(), Formats.Limits.DEFAULT),
        figures,
        (file, page, marked) -> new byte[0],
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Disclosure take(Corpus corpus, String name, String text, Path folder)
      throws IOException {
    return ((Intake.Taken) corpus.take(Files.writeString(folder.resolve(name), text))).disclosure();
  }

  private Disclosure take(Corpus corpus, String name, String text) throws IOException {
    return take(corpus, name, text, folder);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
