package onrecord.corpus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;
import onrecord.corpus.Attribution;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.CuratedCorpus;
import onrecord.corpus.DataDirectoryInUseException;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Event;
import onrecord.corpus.Figure;
import onrecord.corpus.Intake;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.Replacement;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import onrecord.corpus.Storage;
import onrecord.corpus.figures.FigureReader;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.formats.PlainTextReader;
import org.jspecify.annotations.Nullable;
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

  /// A report that a correction replaced in part, as the first tables held them.
  private static final String FIRST_TABLES =
      """
      insert into disclosure values ('report', '999999',
        '{"code":{"value":"999999"},"shortName":"星衡算力","companyName":"星衡算力股份有限公司","aliases":[]}',
        true, '2025-015', 'ANNUAL_REPORT', '年度报告', date '2024-01-01', date '2024-12-31',
        'FULL_YEAR', 'zh', null, timestamp with time zone '2025-04-19 16:00:00+00', null, null,
        null, null, 'report.md', 'aa', 'aa.md', 0, 2);
      insert into disclosure values ('correction', '999999',
        '{"code":{"value":"999999"},"shortName":"星衡算力","companyName":"星衡算力股份有限公司","aliases":[]}',
        true, '2025-020', 'CORRECTION', '更正公告', null, null,
        null, 'zh', null, timestamp with time zone '2025-05-07 16:00:00+00', null, null,
        'report', null, 'correction.md', 'bb', 'bb.md', 0, 1);
      insert into passage values ('report', 0, '旧的', 'COMPANY', 'PROSE', '["一、主要会计数据"]',
        null, null, null, '[]', timestamp with time zone '2025-05-07 16:00:00+00', 'correction');
      insert into passage values ('report', 1, '不变', 'COMPANY', 'PROSE', '["二、员工情况"]',
        1, null, null, '[{"start":0,"end":2,"box":{"page":1,"x":0.1,"y":0.2,"width":0.3,"height":0.1}}]',
        null, null);
      insert into figure values ('report', 0,
        '{"passage":{"value":"report#1"},"metric":"净利润","segment":null,"period":null,"value":90.00,"printed":"90.00","unit":{"printed":"万元","dimension":"CNY","scale":10000},"scope":"CONSOLIDATED","restatement":"ORIGINAL","changes":[],"row":"净利润","column":"2024年","start":0,"end":2,"audited":null}');
      insert into event (at, actor, disclosure_id, act, reason)
        values (timestamp with time zone '2025-04-20 01:00:00+00', 'onrecord', 'report', 'TAKEN', '')
      """;

  private static final Instant REPORTED = Instant.parse("2025-04-19T16:00:00Z");
  private static final Instant CORRECTED = Instant.parse("2025-05-07T16:00:00Z");

  @TempDir Path folder;

  private final TestClock clock = new TestClock();

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

      assertThat(corpus.inForce(NOW.plus(Duration.ofDays(1)))).isEmpty();
      clock.moveTo(NOW.plus(Duration.ofDays(1)));
      assertThat(corpus.inForce(clock.instant())).hasSize(1);
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
      take(corpus, "revised.md", revisedReport());

      assertThat(corpus.disclosure(report.id()).orElseThrow().endedAt())
          .isEqualTo(Instant.parse("2025-05-08T16:00:00Z"));
    }
  }

  @Test
  void nothingOfAnEmbargoShowsUntilItsMomentAndThenAllOfIt() throws IOException {
    try (var corpus = open()) {
      take(corpus, "report.md", REPORT);
      var before = corpus.revision();
      var draft = ((Intake.Taken) corpus.draft(write("c.md", CORRECTION))).disclosure();
      corpus.publish(draft.id(), NOW.plusSeconds(60));

      clock.moveTo(NOW.plusSeconds(60).minusNanos(1_000));
      assertThat(corpus.revision()).isEqualTo(before);
      assertThat(corpus.published()).hasSize(1);
      assertThat(corpus.due()).isEmpty();
      assertThat(corpus.nextPublication()).contains(NOW.plusSeconds(60));
      assertThat(profits(corpus, NOW.plusSeconds(600))).containsExactly("90.00", "70.00");

      clock.moveTo(NOW.plusSeconds(60));
      assertThat(corpus.revision()).isGreaterThan(before);
      assertThat(corpus.published()).hasSize(2);
      assertThat(corpus.due()).extracting(Disclosure::id).containsExactly(draft.id());
      assertThat(profits(corpus, NOW.plusSeconds(600))).containsExactly("91.00", "70.00");
    }
  }

  @Test
  void aMomentThatPassedWhileNothingRanIsNotMissed() throws IOException {
    DisclosureId id;
    try (var corpus = open()) {
      id = ((Intake.Taken) corpus.draft(write("report.md", REPORT))).disclosure().id();
      corpus.publish(id, NOW.plusSeconds(60));
    }
    clock.moveTo(NOW.plus(Duration.ofDays(3)));
    try (var corpus = open()) {
      assertThat(corpus.inForce(clock.instant())).hasSize(1);
      assertThat(corpus.due()).hasSize(1);

      corpus.announced(id);
      assertThat(corpus.due()).isEmpty();
    }
  }

  @Test
  void aDisclosureGoesThroughTheStatesOfItsLife() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var draft = ((Intake.Taken) corpus.draft(write("r.md", revisedReport()))).disclosure();
      assertThat(draft.stateAt(clock.instant())).isEqualTo(Disclosure.State.DRAFT);

      var scheduled = corpus.publish(draft.id(), NOW.plusSeconds(60));
      assertThat(scheduled.stateAt(clock.instant())).isEqualTo(Disclosure.State.SCHEDULED);

      clock.moveTo(NOW.plusSeconds(60));
      assertThat(scheduled.stateAt(clock.instant())).isEqualTo(Disclosure.State.PUBLISHED);
      assertThat(state(corpus, report)).isEqualTo(Disclosure.State.SUPERSEDED);

      corpus.withdraw(draft.id(), "not approved by the board");
      assertThat(state(corpus, draft)).isEqualTo(Disclosure.State.WITHDRAWN);
    }
  }

  @Test
  void withdrawingACorrectionRevivesWhatItCorrectedAndLeavesThePastAsItWas() throws IOException {
    try (var corpus = open()) {
      take(corpus, "report.md", REPORT);
      var correction = take(corpus, "correction.md", CORRECTION);

      corpus.withdraw(correction.id(), "the first figures were right");

      assertThat(profits(corpus, CORRECTED.minusSeconds(1))).containsExactly("90.00", "70.00");
      assertThat(profits(corpus, CORRECTED)).containsExactly("91.00", "70.00");
      assertThat(profits(corpus, NOW)).containsExactly("90.00", "70.00");
    }
  }

  @Test
  void withdrawingAnEditionRevivesTheFirstOne() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var revised = take(corpus, "revised.md", revisedReport());
      assertThat(state(corpus, report)).isEqualTo(Disclosure.State.SUPERSEDED);

      corpus.withdraw(revised.id(), "wrong file");

      assertThat(state(corpus, report)).isEqualTo(Disclosure.State.PUBLISHED);
      var between = Instant.parse("2025-06-01T00:00:00Z");
      assertThat(corpus.inForce(between)).extracting(Disclosure::id).containsExactly(revised.id());
      assertThat(corpus.inForce(NOW)).extracting(Disclosure::id).containsExactly(report.id());
    }
  }

  @Test
  void aCorrectionThatNamesASectionReplacesThatSection() throws IOException {
    var naming =
        CORRECTION.substring(0, CORRECTION.indexOf("更正前"))
            + "“员工情况”一节所述人数以本公告为准：研发人员121人，销售人员46人。\n\n2025年5月8日\n";
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      take(corpus, "correction.md", naming);

      assertThat(corpus.passages(report.id()))
          .filteredOn(passage -> passage.endedAt() != null)
          .isNotEmpty()
          .allMatch(passage -> passage.section().contains("员工情况"));
    }
  }

  @Test
  void aCorrectionThatNamesNoPartReplacesTheWhole() throws IOException {
    var whole =
        CORRECTION.substring(0, CORRECTION.indexOf("更正前")) + "请投资者以更正后的文件为准。\n\n2025年5月8日\n";
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      take(corpus, "correction.md", whole);

      assertThat(state(corpus, report)).isEqualTo(Disclosure.State.SUPERSEDED);
    }
  }

  @Test
  void metadataThatChangedBesideAKnownFileAreReadAgain() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      write("report.md.yaml", "title: 年度报告全文\naudited: true\n");

      var again = (Intake.Taken) corpus.take(folder.resolve("report.md"));

      assertThat(again.disclosure().id()).isEqualTo(report.id());
      assertThat(again.disclosure().title()).isEqualTo("年度报告全文");
      assertThat(corpus.figures(report.id()))
          .isNotEmpty()
          .allMatch(figure -> isTrue(figure.audited()));
      assertThat(corpus.take(folder.resolve("report.md"))).isInstanceOf(Intake.AlreadyKnown.class);
      assertThat(corpus.disclosures()).hasSize(1);
    }
  }

  @Test
  void everyChangeSaysWhoWhenWhatAndWhy() throws IOException {
    var anna = new Attribution("anna", "");
    try (var corpus = open()) {
      var draft = ((Intake.Taken) corpus.draft(write("r.md", REPORT), anna)).disclosure();
      corpus.amend(draft.id(), "title: 年报\n", anna.because("shorter"));
      corpus.publish(draft.id(), NOW.plusSeconds(60), anna.because("after the market closes"));
      clock.moveTo(NOW.plusSeconds(61));
      corpus.due().forEach(due -> corpus.announced(due.id()));
      corpus.withdraw(draft.id(), new Attribution("bert", "wrong file"));

      assertThat(corpus.history(draft.id()))
          .extracting(event -> event.act() + " " + event.actor() + " " + event.reason())
          .containsExactly(
              "DRAFTED anna ",
              "AMENDED anna shorter",
              "SCHEDULED anna after the market closes From " + NOW.plusSeconds(60) + ".",
              "ANNOUNCED clock ",
              "WITHDRAWN bert wrong file");
    }
  }

  @Test
  void aFigureThatAPersonPutRightOrStruckOutCountsAsTheySaid() throws IOException {
    var anna = new Attribution("anna", "misread");
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var revision = corpus.revision();
      var read = corpus.readFigures(report.id());
      var profit = read.stream().filter(f -> f.read().printed().equals("90.00")).findFirst();
      var right = profit.orElseThrow().read().limitedTo("合并");

      corpus.correct(report.id(), profit.orElseThrow().ordinal(), right, anna);
      corpus.reject(report.id(), read.getFirst().ordinal(), anna);

      assertThat(corpus.figures(report.id()))
          .hasSize(read.size() - 1)
          .contains(right)
          .doesNotContain(read.getFirst().read(), profit.orElseThrow().read());
      assertThat(corpus.revision()).isGreaterThan(revision);
      assertThat(corpus.readFigures(report.id()).getFirst().rejected()).isTrue();
    }
  }

  @Test
  void theCorpusCanBeReadAsItWasKnown() throws IOException {
    try (var corpus = open()) {
      var report = take(corpus, "report.md", REPORT);
      var then = clock.instant();
      var revision = corpus.revision();
      clock.moveTo(NOW.plusSeconds(60));
      take(corpus, "correction.md", CORRECTION);
      corpus.reject(report.id(), 0, Attribution.ofProgram());
      corpus.withdraw(report.id(), "over");

      var known = corpus.asKnown(then);

      assertThat(known.revision()).isEqualTo(revision);
      assertThat(known.inForce(NOW)).containsExactly(report);
      assertThat(known.passages(report.id())).allMatch(passage -> passage.countsAt(NOW));
      assertThat(known.figures(report.id()).size())
          .isEqualTo(corpus.figures(report.id()).size() + 1);
      assertThat(profits(known, NOW)).containsExactly("90.00", "70.00");
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

  @Test
  void whatTheFirstTablesHeldIsFoundInThoseOfToday() {
    try (var storage = storage()) {
      Database.SCHEMA.migrate(storage.source(), "1");
      try (var connection = storage.source().getConnection();
          var statement = connection.createStatement()) {
        for (var row : FIRST_TABLES.split(";")) {
          statement.execute(row);
        }
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    try (var corpus = open()) {
      var report = new DisclosureId("report");
      var correction = new DisclosureId("correction");
      assertThat(corpus.inForce(NOW)).extracting(Disclosure::title).containsExactly("更正公告", "年度报告");
      assertThat(corpus.passages(report))
          .extracting(passage -> passage.text() + " " + passage.countsAt(NOW))
          .containsExactly("旧的 false", "不变 true");
      assertThat(corpus.passages(report).getFirst().countsAt(REPORTED)).isTrue();
      assertThat(corpus.passages(report).getFirst().replacements())
          .extracting(Replacement::by)
          .containsExactly(correction);
      assertThat(corpus.figures(ISSUER, NOW))
          .extracting(figure -> figure.metric() + " " + figure.printed())
          .containsExactly("净利润 90.00");
      assertThat(corpus.history(report)).extracting(Event::act).containsExactly(Event.Act.TAKEN);
      assertThat(corpus.flags(report)).isEmpty();
      assertThat(corpus.due()).as("announced long ago").isEmpty();

      corpus.withdraw(correction, "误发");
      assertThat(corpus.passages(report)).allMatch(passage -> passage.countsAt(NOW));
    }
  }

  private Disclosure.State state(CuratedCorpus corpus, Disclosure disclosure) {
    return corpus.disclosure(disclosure.id()).orElseThrow().stateAt(clock.instant());
  }

  private static boolean isTrue(@Nullable Boolean audited) {
    return audited != null && audited;
  }

  private static String revisedReport() {
    return REPORT
        .replace("2024年年度报告", "2024年年度报告（更正后）")
        .replace("2025-015", "2025-021")
        .replace("2025年4月20日", "2025年5月9日");
  }

  private static List<String> profits(Corpus corpus, Instant asOf) {
    return corpus.figures(ISSUER, asOf).stream()
        .filter(figure -> figure.metric().equals("净利润"))
        .map(Figure::printed)
        .toList();
  }

  private CuratedCorpus open() {
    return open(new FigureReader()::read);
  }

  private CuratedCorpus open(FigureSource figures) {
    var storage = storage();
    return new Catalogue(
        new Database(storage, storage::close),
        folder.resolve("data/originals"),
        new Formats(new PlainTextReader(), Formats.Limits.DEFAULT),
        figures,
        (file, page, marked) -> new byte[0],
        clock);
  }

  /// The same one whenever a test opens it.
  Storage storage() {
    return Storage.in(folder.resolve("data"));
  }

  /// Stands still until a test moves it.
  private static final class TestClock extends Clock {

    private Instant now = NOW;

    void moveTo(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
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
