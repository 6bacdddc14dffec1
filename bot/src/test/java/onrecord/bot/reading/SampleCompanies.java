package onrecord.bot.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.bot.Question;
import onrecord.corpus.Issuer;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Prompts;

/// Two companies: one asked about in November after its third quarter's report, the other in April
/// after its annual report.
enum SampleCompanies implements KnownIssuers {
  STARSCALE(
      new Issuer(
          new SecuritiesCode("900001"), "星衡算力", "星衡算力科技股份有限公司", List.of("Starscale Computing")),
      Instant.parse("2025-11-21T02:00:00Z"),
      ReportingPeriod.firstQuarters(2025, 3),
      Set.of("星图云", "政务云", "企业云", "青鸟数据", "星火计划")),
  QINGLAN(
      new Issuer(new SecuritiesCode("900002"), "青岚药业", "青岚药业股份有限公司", List.of()),
      Instant.parse("2021-04-24T02:00:00Z"),
      ReportingPeriod.year(2020),
      Set.of("疫苗业务", "疫苗", "国外"));

  private static final Prompts PROMPTS = Prompts.bundled();

  private final Issuer issuer;
  private final Instant asOf;
  private final ReportingPeriod horizon;
  private final Set<String> mentioned;

  SampleCompanies(Issuer issuer, Instant asOf, ReportingPeriod horizon, Set<String> mentioned) {
    this.issuer = issuer;
    this.asOf = asOf;
    this.horizon = horizon;
    this.mentioned = mentioned;
  }

  /// A question put to it on its day.
  Question asked(String text, List<String> conversation) {
    return new Question(text, asOf, null, null, conversation);
  }

  QuestionReader reader() {
    return new QuestionReader(PROMPTS.glossary(), PROMPTS.policy(), this, issuer.code());
  }

  @Override
  public List<Issuer> asOf(Instant instant) {
    return List.of(issuer);
  }

  @Override
  public Optional<ReportingPeriod> horizon(SecuritiesCode code, Instant instant) {
    return Optional.of(horizon);
  }

  @Override
  public boolean mentions(SecuritiesCode code, String name) {
    return mentioned.contains(name);
  }
}
