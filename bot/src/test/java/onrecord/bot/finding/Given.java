package onrecord.bot.finding;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import onrecord.bot.Intent;
import onrecord.bot.Reading.AskedPeriod;
import onrecord.bot.Reading.Aspect;
import onrecord.bot.Reading.Calculation;
import onrecord.bot.Reading.Part;
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
import onrecord.prompts.Glossary.Mention;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// Values of which a test needs only a part.
public final class Given {

  public static final Issuer ISSUER =
      new Issuer(new SecuritiesCode("999999"), "星衡算力", "星衡算力科技股份有限公司", List.of());

  private static final DisclosureId ID = new DisclosureId("999999-0011223344556677");

  private Given() {}

  public static Passage prose(String text) {
    return passage(text, Passage.Form.PROSE, Speaker.COMPANY, null);
  }

  static Passage table(String text) {
    return passage(text, Passage.Form.TABLE, Speaker.COMPANY, null);
  }

  public static Passage spokenBy(Speaker speaker, String text) {
    return passage(text, Passage.Form.PROSE, speaker, null);
  }

  public static Passage replaced(String text, Instant endedAt) {
    return passage(text, Passage.Form.PROSE, Speaker.COMPANY, endedAt);
  }

  private static Passage passage(
      String text, Passage.Form form, Speaker speaker, @Nullable Instant endedAt) {
    return new Passage(
        PassageId.of(ID, 0),
        0,
        text,
        speaker,
        form,
        List.of(),
        null,
        null,
        null,
        List.of(),
        endedAt);
  }

  /// The report for the nine months to September 2025.
  public static Disclosure report(Instant publishedAt, @Nullable Instant endedAt) {
    return new Disclosure(
        ID,
        ISSUER,
        "2025-071",
        DisclosureKind.QUARTERLY_REPORT,
        "2025年第三季度报告",
        ReportingPeriod.firstQuarters(2025, 3),
        Language.ZH,
        false,
        publishedAt,
        endedAt,
        null,
        "report.md",
        "00",
        0,
        1);
  }

  /// A question for a fact, with the metrics that its words name.
  public static Part part(
      String text, List<ReportingPeriod> periods, @Nullable Calculation calculation) {
    return new Part(
        text,
        text,
        Intent.FACT,
        periods.stream().map(period -> new AskedPeriod(period, "", true)).toList(),
        Prompts.bundled().glossary().mentions(text).stream().map(Mention::metric).toList(),
        "",
        Set.of(Aspect.VALUE),
        calculation,
        List.of(),
        null);
  }

  static Calculation calculation(Calculation.Operation operation, String... operands) {
    return new Calculation(operation, Arrays.asList(operands));
  }
}
