package onrecord.bot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import onrecord.corpus.Box;
import onrecord.corpus.CorpusRevision;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.corpus.Speaker;
import onrecord.corpus.TextLine;
import onrecord.retrieval.Evidence;

/// Values that tests of the channels show.
public final class Examples {

  public static final Issuer ISSUER =
      new Issuer(new SecuritiesCode("999999"), "星衡算力", "星衡算力科技股份有限公司", List.of());

  public static final Disclosure REPORT =
      new Disclosure(
          new DisclosureId("999999-0011223344556677"),
          ISSUER,
          "2025-071",
          DisclosureKind.QUARTERLY_REPORT,
          "2025年第三季度报告",
          ReportingPeriod.firstQuarters(2025, 3),
          Language.ZH,
          false,
          Instant.parse("2025-10-28T10:00:00Z"),
          null,
          null,
          "2025年第三季度报告.pdf",
          "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
          2,
          1);

  public static final Passage REVENUE =
      new Passage(
          PassageId.of(REPORT.id(), 0),
          0,
          "年初至报告期末，公司实现营业收入73,403.32万元，同比增长36.57%。",
          Speaker.COMPANY,
          Passage.Form.PROSE,
          List.of("一、主要财务数据"),
          1,
          null,
          null,
          List.of(
              new TextLine(0, 20, new Box(1, 0.1, 0.2, 0.8, 0.02)),
              new TextLine(20, 37, new Box(1, 0.1, 0.23, 0.68, 0.02))),
          null);

  /// Figures side by side, as answers to questions that ask to compare hold them.
  public static final Answer.Comparison REVENUES =
      new Answer.Comparison(
          "营业收入",
          "万元",
          List.of(
              new Answer.Item("2023年前三季度", new BigDecimal("43370.36"), 1),
              new Answer.Item("2024年前三季度", new BigDecimal("53746.90"), 1),
              new Answer.Item("2025年前三季度", new BigDecimal("73403.32"), 1)));

  private Examples() {}

  /// The answer that quotes [#REVENUE], with every field filled in.
  public static Answer answer(String id, Question question, Instant askedAt) {
    var quote = "公司实现营业收入73,403.32万元";
    var start = REVENUE.text().indexOf(quote);
    var timings = new LinkedHashMap<String, Double>();
    timings.put("read", 0.8);
    timings.put("retrieve", 6.1);
    return new Answer(
        id,
        question.text(),
        askedAt,
        question.asOf(),
        Language.ZH,
        ISSUER,
        Verdict.PARTLY_DEFERRED,
        "尊敬的投资者，您好！\n根据《2025年第三季度报告》，公司实现营业收入73,403.32万元。〔1〕\n全年业绩请关注公司定期报告。\n感谢您的关注。",
        List.of(
            new Answer.Part(
                "2025年前三季度营业收入是多少？", Intent.FACT, Answer.Decision.ANSWER, null, List.of()),
            new Answer.Part(
                "全年呢？",
                Intent.OUTLOOK,
                Answer.Decision.DEFER,
                Answer.Reason.BEYOND_HORIZON,
                List.of("2025-12 FULL_YEAR lies beyond the reporting horizon"))),
        new Answer.NextReport(
            DisclosureKind.ANNUAL_REPORT,
            ReportingPeriod.year(2025),
            LocalDate.parse("2026-04-30"),
            null),
        List.of(
            new Answer.Claim(
                "根据《2025年第三季度报告》，公司实现营业收入73,403.32万元。",
                List.of(1),
                new Answer.Computed("42,955.96 / 69,677.32", new BigDecimal("61.650"), "%"))),
        List.of(
            new Answer.Citation(
                1,
                quote,
                REPORT,
                REVENUE.id(),
                new Answer.Locator(
                    1,
                    REVENUE.section(),
                    null,
                    "营业收入",
                    "年初至报告期末",
                    null,
                    REVENUE.boxes(start, start + quote.length())))),
        List.of(new Evidence(REVENUE, REPORT, 1, 0.83, 0.9, 0.7)),
        new CorpusRevision(7),
        "extractive",
        "00112233aabb",
        timings,
        List.of(),
        Answer.Usage.NONE);
  }
}
