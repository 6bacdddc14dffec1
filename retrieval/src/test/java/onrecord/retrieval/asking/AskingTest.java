package onrecord.retrieval.asking;

import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.Query;
import onrecord.retrieval.structure.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {

  private static final IssuerNames ISSUERS =
      new IssuerNames(
          List.of(
              issuer("900001", "青灯科技", "青灯科技股份有限公司"),
              issuer("HBR", "Harbor", "Harbor Light Corporation"),
              issuer("OAS", "Oak & Sons", "Oak & Sons, Inc."),
              issuer("TGT9", "Target", "Target Holdings plc"),
              issuer("KE", "Kestrel", "The Kestrel Company")));

  private static Issuer issuer(String code, String shortName, String companyName) {
    return new Issuer(new SecuritiesCode(code), shortName, companyName, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          青灯科技2024年营收多少                        | 900001
          900001的股东户数                             | 900001
          What did Harbor Light earn in FY2023?        | HBR
          what did harbor light earn                   | HBR
          Did HBR pay a dividend?                      | HBR
          How many employees does HaLi have?           | HBR
          What is OnS's gross margin?                  | OAS
          What is Kestrel's net income?                | KE
          Does Target meet its target?                 | TGT9
          """)
  void anIssuerIsRecognisedByAnyOfItsNames(String question, String code) {
    assertThat(asked(question).issuers()).containsExactly(new SecuritiesCode(code));
  }

  @ParameterizedTest
  @CsvSource({"What is the target for 2025?", "How high is the CAPEX in USD?", "灯光科技营收多少"})
  void wordsThatNameNoOneNameNoOne(String question) {
    assertThat(asked(question).issuers()).isEmpty();
  }

  @Test
  void theLastPeriodNamedCounts() {
    assertThat(asked("How did margins change between FY2021 and FY2022?").period())
        .isEqualTo(ReportingPeriod.year(2022));
    assertThat(asked("2024年6月30日的总资产").period())
        .isEqualTo(ReportingPeriod.at(LocalDate.of(2024, 6, 30)));
    assertThat(asked("本期营业收入").period()).isNull();
    assertThat(asked("Who audits the accounts?").period()).isNull();
  }

  @Test
  void thePeriodGivenCountsBeforeThoseNamed() {
    var given = ReportingPeriod.half(2025, 1);
    var query =
        new Query("2024年营收", List.of(), Language.ZH, PUBLISHED, Set.of(), Set.of(), given, 10);

    assertThat(Asking.of(query, ISSUERS).period()).isEqualTo(given);
  }

  @Test
  void kindsOfDocumentAreRecognised() {
    assertThat(asked("What does the 10K say of risks?").kinds())
        .containsExactly(DisclosureKind.ANNUAL_REPORT);
    assertThat(asked("as of the latest 10-Q").kinds())
        .containsExactly(DisclosureKind.QUARTERLY_REPORT);
    assertThat(asked("半年报里的研发投入").kinds()).containsExactly(DisclosureKind.INTERIM_REPORT);
    assertThat(asked("研发投入").kinds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What is the FY2018 capital expenditure amount?  | CASH_FLOW
          How much capex in 2020                          | CASH_FLOW
          What are Kestrel's total assets?                | BALANCE_SHEET
          How did PP&E develop?                           | BALANCE_SHEET
          Is the gross margin improving?                  | INCOME
          营业收入是多少                                     | INCOME
          存货有多少                                        | BALANCE_SHEET
          经营活动产生的现金流量净额                            | CASH_FLOW
          """)
  void whatIsAskedForStandsInItsStatement(String question, Statement statement) {
    assertThat(asked(question).statements()).containsExactly(statement);
  }

  @Test
  void aRatioStandsWhereItsPartsStand() {
    assertThat(asked("What is the return on assets?").statements())
        .containsExactlyInAnyOrder(Statement.INCOME, Statement.BALANCE_SHEET);
  }

  @Test
  void aStatementMayBeNamedItself() {
    var asked = asked("Calculate from the statement of cash flows and the income statement");

    assertThat(asked.titles()).containsExactlyInAnyOrder(Statement.CASH_FLOW, Statement.INCOME);
  }

  @Test
  void theParentAloneIsAskedForByItsName() {
    assertThat(asked("母公司货币资金").parent()).isTrue();
    assertThat(asked("归属于母公司股东的净利润").parent()).isFalse();
  }

  @Test
  void anyInstantWillDo() {
    for (var asOf : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
      assertThat(Asking.of(Query.of("今年营收", Language.ZH, asOf, 1), ISSUERS).terms()).isNotNull();
    }
  }

  private static Asked asked(String question) {
    return Asking.of(Query.of(question, Language.EN, PUBLISHED, 10), ISSUERS);
  }
}
