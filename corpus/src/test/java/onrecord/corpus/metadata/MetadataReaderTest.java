package onrecord.corpus.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.PlainTextReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {

  private static final String RECORD =
      """
      证券代码：999999 证券简称：星衡算力 公告编号：2025-041
      星衡算力科技股份有限公司
      投资者关系活动记录表
      二、投资者关系活动情况
      活动时间：2025 年 11 月 3 日
      参会单位：参加公司 2025 年第三季度业绩说明会的投资者
      问题 1、收入如何？
      回答：收入增长。
      星衡算力科技股份有限公司
      董事会
      2025 年 11 月 4 日
      """;

  @TempDir Path folder;

  @Test
  void aRecordOfABriefingTellsAllOfItself() throws IOException {
    var metadata = read(RECORD, null);

    assertThat(metadata.issuer().code().value()).isEqualTo("999999");
    assertThat(metadata.issuer().shortName()).isEqualTo("星衡算力");
    assertThat(metadata.issuer().companyName()).isEqualTo("星衡算力科技股份有限公司");
    assertThat(metadata.announcementNumber()).isEqualTo("2025-041");
    assertThat(metadata.kind()).isEqualTo(DisclosureKind.INVESTOR_RELATIONS_RECORD);
    assertThat(metadata.title()).isEqualTo("投资者关系活动记录表");
    assertThat(metadata.period()).isEqualTo(ReportingPeriod.firstQuarters(2025, 3));
    assertThat(metadata.language()).isEqualTo(Language.ZH);
    assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2025-11-03T16:00:00Z"));
    assertThat(metadata.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020年年度报告, ANNUAL_REPORT, 2020-12 FULL_YEAR",
    "2016 年年度报告全文, ANNUAL_REPORT, 2016-12 FULL_YEAR",
    "2024年年度报告摘要, ANNUAL_REPORT, 2024-12 FULL_YEAR",
    "二〇二四年年度报告, ANNUAL_REPORT, 2024-12 FULL_YEAR",
    "2025年半年度报告, INTERIM_REPORT, 2025-06 HALF",
    "2025年第一季度报告, QUARTERLY_REPORT, 2025-03 SINGLE_QUARTER",
    "2025年第三季度报告, QUARTERLY_REPORT, 2025-09 YEAR_TO_DATE",
    "2025年前三季度业绩预告, PERFORMANCE_FORECAST, 2025-09 YEAR_TO_DATE",
    "2024年度业绩快报公告, PRELIMINARY_RESULTS, 2024-12 FULL_YEAR",
    "关于2024年年度报告的更正公告, CORRECTION, ",
    "关于2024年年度报告的补充公告, CORRECTION, ",
    "关于召开2024年年度股东大会的通知, ANNOUNCEMENT, ",
    "关于修订《公司章程》的公告, ANNOUNCEMENT, ",
    "首次公开发行股票招股说明书, PROSPECTUS, ",
  })
  void aTitleTellsKindAndPeriod(String title, DisclosureKind kind, @Nullable String period)
      throws IOException {
    var metadata = read("证券代码：999999\n星衡算力股份有限公司\n" + title + "\n一、概况\n正文内容说明公司情况。\n", null);

    assertThat(metadata.title()).isEqualTo(title.replace(" ", ""));
    assertThat(metadata.kind()).isEqualTo(kind);
    assertThat(metadata.period() == null ? null : metadata.period().toString()).isEqualTo(period);
  }

  @Test
  void anAmericanCoverTellsIssuerPeriodAndSignature() throws IOException {
    var metadata =
        read(
            """
            UNITED STATES SECURITIES AND EXCHANGE COMMISSION
            FORM 10-Q
            For the quarterly period ended June 30, 2023
            NORTHWIND INDUSTRIES, INC.
            (Exact name of registrant as specified in its charter)
            Title of each class Trading Symbol(s) Name of each exchange on which registered
            Common Stock, $0.01 par value NWND New York Stock Exchange
            Results for the six months ended June 30, 2023 improved.
            SIGNATURE
            Dated: August 9, 2023
            """,
            null);

    assertThat(metadata.issuer().code().value()).isEqualTo("NWND");
    assertThat(metadata.issuer().companyName()).isEqualTo("NORTHWIND INDUSTRIES, INC.");
    assertThat(metadata.issuer().shortName()).isEqualTo("NORTHWIND INDUSTRIES");
    assertThat(metadata.kind()).isEqualTo(DisclosureKind.QUARTERLY_REPORT);
    assertThat(metadata.period()).isEqualTo(ReportingPeriod.half(2023, 1));
    assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2023-08-09T04:00:00Z"));
    assertThat(metadata.language()).isEqualTo(Language.EN);
  }

  @Test
  void anIssuerWithoutAPrintedCodeGetsOneFromItsName() throws IOException {
    var metadata =
        read(
            "Annual Report 2022\nNorthwind Trading plc grew. Northwind Trading plc is listed.\n",
            null);

    assertThat(metadata.issuer().code().value()).isEqualTo("NORTHWIND");
    assertThat(metadata.codePrinted()).isFalse();
  }

  @Test
  void aCorrectionNamesWhatItCorrects() throws IOException {
    var metadata =
        read(
            """
            证券代码：999999 证券简称：星衡算力 公告编号：2025-020
            星衡算力股份有限公司
            关于2024年年度报告的更正公告
            公司于2025年4月20日披露了《2024年年度报告》（公告编号：2025-015），现更正如下：
            2025年4月30日
            """,
            null);

    assertThat(metadata.announcementNumber()).isEqualTo("2025-020");
    assertThat(metadata.corrects()).isEqualTo(new Corrected("2025-015", null, null, false));
  }

  @Test
  void theFileBesideOverridesTheDocument() throws IOException {
    var metadata =
        read(
            RECORD,
            """
            shortName: 星衡
            aliases: [星衡云, Starbalance]
            publishedAt: 2025-11-05T08:30:00+08:00
            period: "2025-06"
            supersedes: 2025-001
            audited: false
            """);

    assertThat(metadata.issuer().shortName()).isEqualTo("星衡");
    assertThat(metadata.issuer().aliases()).contains("星衡云", "Starbalance");
    assertThat(metadata.publishedAt()).isEqualTo(Instant.parse("2025-11-05T00:30:00Z"));
    assertThat(metadata.period()).isEqualTo(ReportingPeriod.half(2025, 1));
    assertThat(metadata.corrects()).isEqualTo(new Corrected("2025-001", null, null, false));
    assertThat(metadata.audited()).isFalse();
  }

  @Test
  void aPeriodMayBeGivenInFull() throws IOException {
    var metadata =
        read(RECORD, "period: {start: 2025-07-01, end: 2025-09-30, basis: SINGLE_QUARTER}");

    assertThat(metadata.period())
        .isEqualTo(
            new ReportingPeriod(
                LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30), Basis.SINGLE_QUARTER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuerr: 999999 | unknown key",
        "kind: YEARBOOK | must be one of",
        "publishedAt: yesterday | must be a day",
        "period: 2025-13 | must be a month",
        "title: [ | it is not YAML",
        "- a | it holds no keys",
      })
  void aBrokenFileBesideIsRefusedWithItsLine(String line, String why) throws IOException {
    var refusal = refusal(RECORD, "\n" + line + "\n");

    assertThat(refusal.reason()).isEqualTo(Reason.BROKEN_METADATA);
    assertThat(refusal).hasMessageContaining("record.txt.yaml, line").hasMessageContaining(why);
  }

  @Test
  void aFileBesideThatContradictsTheDocumentIsRefused() throws IOException {
    assertThat(refusal(RECORD, "issuer: 888888").reason()).isEqualTo(Reason.CONTRADICTORY_METADATA);
    var report = "证券代码：999999\n星衡算力股份有限公司\n2024年年度报告\n一、概况\n正文。\n";

    assertThat(refusal(report, "period: 2023-12"))
        .hasMessageContaining("2023-12 FULL_YEAR")
        .extracting(UnreadableFileException::reason)
        .isEqualTo(Reason.CONTRADICTORY_METADATA);
  }

  @Test
  void aDocumentOfNobodyIsRefusedWithWhatToWrite() throws IOException {
    var refusal = refusal("今天天气很好。\n", null);

    assertThat(refusal.reason()).isEqualTo(Reason.MISSING_METADATA);
    assertThat(refusal.remedy()).contains("record.txt.yaml").contains("issuer:");
  }

  private UnreadableFileException refusal(String text, @Nullable String yaml) {
    return catchThrowableOfType(UnreadableFileException.class, () -> read(text, yaml));
  }

  private Metadata read(String text, @Nullable String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("record.txt"), text);
    if (yaml != null) {
      Files.writeString(folder.resolve("record.txt.yaml"), yaml);
    }
    return new MetadataReader().read(file, new PlainTextReader().read(file));
  }
}
