package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.RIVER;
import static onrecord.retrieval.MemoryCorpus.between;
import static onrecord.retrieval.MemoryCorpus.on;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.reply;
import static onrecord.retrieval.MemoryCorpus.report;
import static onrecord.retrieval.MemoryCorpus.spoken;
import static onrecord.retrieval.MemoryCorpus.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onrecord.corpus.Corpus;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every engine finds, and does not find.
public abstract class SearchContract {

  @TempDir Path directory;

  private final MemoryCorpus corpus = new MemoryCorpus();

  @Test
  void aDisclosureIsFoundFromItsPublicationUntilItEnds() {
    var ended = PUBLISHED.plusSeconds(100);
    corpus.with(between(report(LANTERN, "a"), PUBLISHED, ended), prose("公司在江州建有三座工厂。"));

    assertThat(found("江州工厂", PUBLISHED.minusSeconds(1))).isEmpty();
    assertThat(found("江州工厂", PUBLISHED)).containsExactly("a#0");
    assertThat(found("江州工厂", ended.minusSeconds(1))).containsExactly("a#0");
    assertThat(found("江州工厂", ended)).isEmpty();
  }

  @Test
  void aDraftIsNeverFound() {
    corpus.with(between(report(LANTERN, "a"), null, null), prose("公司在江州建有三座工厂。"));

    assertThat(found("江州工厂", Instant.MAX)).isEmpty();
  }

  @Test
  void aWithdrawalCountsEvenBeforeTheIndexHearsOfIt() {
    var report = report(LANTERN, "a");
    corpus.with(report, prose("公司在江州建有三座工厂。"));
    try (var index = open()) {
      corpus.amend(between(report, PUBLISHED, PUBLISHED.plusSeconds(1)));

      assertThat(ids(index.retrieve(query("江州工厂", PUBLISHED.plusSeconds(2))))).isEmpty();
    }
  }

  @Test
  void onlyTheCompanysWordsAreFound() {
    corpus.with(
        report(LANTERN, "a"),
        spoken(Speaker.INVESTOR, "听说江州工厂停产了？"),
        spoken(Speaker.BOILERPLATE, "江州工厂保证内容真实。"),
        prose("江州工厂生产正常。"));

    assertThat(found("江州工厂")).containsExactly("a#2");
  }

  @Test
  void theInvestorsQuestionHelpsToFindTheReplyAndIsNotItsText() {
    corpus.with(report(LANTERN, "a"), reply("江州工厂什么时候投产？", "该项目已按计划进入设备调试阶段。"), prose("公司注重股东回报。"));

    try (var index = open()) {
      var first = index.retrieve(query("江州工厂投产", PUBLISHED)).getFirst();
      assertThat(first.passage().text()).isEqualTo("该项目已按计划进入设备调试阶段。");
      assertThat(first.coverage()).isEqualTo(1);
    }
  }

  @Test
  void issuersAndKindsLimitTheSearch() {
    corpus.with(report(LANTERN, "a"), prose("研发投入增加。"));
    corpus.with(report(RIVER, "b"), prose("研发投入增加。"));

    assertThat(found("研发投入")).containsExactlyInAnyOrder("a#0", "b#0");
    assertThat(found(limited(Set.of(RIVER.code()), Set.of()))).containsExactly("b#0");
    assertThat(found(limited(Set.of(), Set.of(DisclosureKind.PROSPECTUS)))).isEmpty();
  }

  @Test
  void theIssuersNameInTheQuestionPrefersItsDisclosures() {
    corpus.with(report(LANTERN, "a"), prose("研发投入为三亿元。"));
    corpus.with(report(RIVER, "b"), prose("研发投入为二亿元。"));

    assertThat(found("远河重工的研发投入是多少")).startsWith("b#0");
    assertThat(found("900001研发投入")).startsWith("a#0");
  }

  @Test
  void traditionalAndSimplifiedCharactersAreTheSame() {
    corpus.with(report(LANTERN, "a"), prose("股东户数为三万户。"), prose("員工總數為五百人。"));

    assertThat(found("股東戶數")).startsWith("a#0");
    assertThat(found("员工总数")).startsWith("a#1");
  }

  @Test
  void englishWordsAreFoundInOtherForms() {
    corpus.with(
        report(LANTERN, "a"),
        prose("The company acquired two subsidiaries in the year."),
        prose("Dividends were paid in May."));

    assertThat(found("Which subsidiary did the company acquire?")).startsWith("a#0");
  }

  @Test
  void numbersAreFoundWithAndWithoutSeparators() {
    corpus.with(report(LANTERN, "a"), prose("合同金额为1,234,567.80元。"), prose("合同金额为９８７万元。"));

    assertThat(found("1234567.80")).startsWith("a#0");
    assertThat(found("987万")).startsWith("a#1");
  }

  @Test
  void theRowOfTheVeryNameComesBeforeMoreWordsOfTheKind() {
    corpus.with(
        report(LANTERN, "a"),
        prose("资产合计的变动见附注，非流动资产合计另列，流动资产的变动主要因为流动资产周转加快。"),
        table("资产负债表\n项目\t期末余额\n流动资产合计\t10,500.00\n货币资金\t500.00"));

    assertThat(found("流动资产合计是多少")).startsWith("a#1");
  }

  @Test
  void furtherWordingsFindWhatTheQuestionAbbreviates() {
    corpus.with(report(LANTERN, "a"), prose("营业收入为五亿元。"), prose("公司重视人才，努力经营。"));

    try (var index = open()) {
      var query =
          new Query("营收有多少", List.of("营业收入"), Language.ZH, PUBLISHED, Set.of(), Set.of(), null, 5);
      var first = index.retrieve(query).getFirst();
      assertThat(first.passage().id().value()).isEqualTo("a#0");
      assertThat(first.coverage()).isEqualTo(1);
    }
  }

  @Test
  void coverageTellsWhatTheQuestionIsAboutFromWhatStandsEverywhere() {
    corpus.with(report(LANTERN, "a"), prose("公司总部位于江州。"), prose("公司员工五百人。"), prose("公司产品销往海外。"));

    assertThat(coverage("青灯科技总部在哪里？")).isCloseTo(1, within(0.15));
    assertThat(coverage("青灯科技碳排放多少吨？")).isLessThan(0.2);
    assertThat(coverage("多少？")).isZero();
  }

  @Test
  void theReportOnThePeriodAskedForComesFirst() {
    var words = prose("员工总数为五百人。");
    corpus.with(on(report(LANTERN, "a"), ReportingPeriod.year(2022)), words);
    corpus.with(on(report(LANTERN, "b"), ReportingPeriod.year(2023)), words);
    corpus.with(on(report(LANTERN, "c"), ReportingPeriod.year(2024)), words);

    assertThat(found(about("员工总数", ReportingPeriod.year(2023)))).startsWith("b#0", "c#0");
  }

  @Test
  void consolidatedStatementsComeBeforeTheParents() {
    corpus.with(
        report(LANTERN, "a"),
        table("项目\t期末余额\n固定资产\t7.00", "母公司资产负债表"),
        table("项目\t期末余额\n固定资产\t9.00", "合并资产负债表"));

    assertThat(found("固定资产是多少")).startsWith("a#1");
    assertThat(found("母公司固定资产是多少")).startsWith("a#0");
  }

  @Test
  void theOrderIsTheSameEachTimeAndAfterARebuild() throws InterruptedException {
    for (var i = 0; i < 30; i++) {
      corpus.with(report(LANTERN, "d" + i), prose("研发投入增加。"), prose("研发费用说明" + i % 3));
    }
    try (var index = open()) {
      index.awaitVectors();
      var before = ids(index.retrieve(query("研发投入", PUBLISHED)));
      assertThat(ids(index.retrieve(query("研发投入", PUBLISHED)))).isEqualTo(before);
      index.rebuild();
      assertThat(ids(index.retrieve(query("研发投入", PUBLISHED)))).isEqualTo(before);
    }
  }

  @Test
  void aLongOrEmptyQuestionIsNoTrouble() {
    corpus.with(report(LANTERN, "a"), prose("江州工厂生产正常。"));
    var unusual = new StringBuilder("江州工厂");
    for (var c = '\u4E00'; c < '\u4E00' + 1_900; c++) {
      unusual.append(c);
    }

    assertThat(found(unusual.toString())).isNotNull();
    assertThat(found("")).isEmpty();
    assertThat(found("？！")).isEmpty();
  }

  /// The index of a corpus, by the engine tested, with the same passages each time the same
  /// directory is given.
  protected abstract SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models);

  private SearchIndex open() {
    return open(corpus, directory, new CountingModel().models("counting"));
  }

  private List<String> found(String question) {
    return found(question, PUBLISHED);
  }

  private List<String> found(String question, Instant asOf) {
    return found(query(question, asOf));
  }

  private List<String> found(Query query) {
    try (var index = open()) {
      return ids(index.retrieve(query));
    }
  }

  private double coverage(String question) {
    try (var index = open()) {
      return index.retrieve(query(question, PUBLISHED)).stream()
          .mapToDouble(Evidence::coverage)
          .max()
          .orElse(0);
    }
  }

  private static List<String> ids(List<Evidence> evidence) {
    return evidence.stream().map(each -> each.passage().id().value()).toList();
  }

  private static Query query(String text, Instant asOf) {
    return Query.of(text, Language.ZH, asOf, 10);
  }

  private static Query limited(Set<SecuritiesCode> issuers, Set<DisclosureKind> kinds) {
    return new Query("研发投入", List.of(), Language.ZH, PUBLISHED, issuers, kinds, null, 10);
  }

  private static Query about(String text, @Nullable ReportingPeriod period) {
    return new Query(text, List.of(), Language.ZH, PUBLISHED, Set.of(), Set.of(), period, 10);
  }
}
