package onrecord.retrieval.structure;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static onrecord.retrieval.MemoryCorpus.table;
import static org.assertj.core.api.Assertions.assertThat;

import onrecord.corpus.PassageId;
import onrecord.retrieval.MemoryCorpus;
import onrecord.retrieval.MemoryCorpus.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

  private static final String ROWS = "\n\t2024\t2023\nTotal\t1,200\t1,100";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONSOLIDATED BALANCE SHEETS (In millions)                     | BALANCE_SHEET
          Consolidated Statement of Financial Position                  | BALANCE_SHEET
          合并资产负债表 2024年12月31日 编制单位：青灯科技                     | BALANCE_SHEET
          母公司资产负债表                                                | BALANCE_SHEET
          Lantern plc and Subsidiaries Consolidated Statements of Income | INCOME
          Statement of profit or loss                                   | INCOME
          3、合并利润表                                                   | INCOME
          Consolidated Statements of Operations and Comprehensive Loss  | INCOME
          Statement of Comprehensive Income                             | COMPREHENSIVE_INCOME
          Group cash flow statement                                     | CASH_FLOW
          合并现金流量表                                                  | CASH_FLOW
          Consolidated Statements of Changes in Stockholders’ Equity    | EQUITY
          Five-Year Financial Summary                                   | KEY_FIGURES
          """)
  void aTableIsTheStatementThatItsCaptionNames(String caption, Statement statement) {
    assertThat(first(table(caption + ROWS))).isEqualTo(statement);
    assertThat(first(table("\t2024\t2023\nTotal\t1,200\t1,100", "Item 8", caption)))
        .isEqualTo(statement);
  }

  @ParameterizedTest
  @CsvSource({
    "Off-balance sheet arrangements",
    "Balance sheet classification of leases",
    "资产负债表日后事项",
    "现金流量表补充资料",
    "受影响的资产负债表项目",
    "Effects on the statement of income",
    "Selected income statement data",
    "Revenue by region"
  })
  void aMentionOfAStatementIsNone(String caption) {
    assertThat(first(table(caption + ROWS))).isNull();
  }

  @Test
  void whatStandsInANoteIsNoStatement() {
    assertThat(first(table("Consolidated Balance Sheet" + ROWS, "Note 2 New Standards"))).isNull();
    assertThat(first(table("合并资产负债表" + ROWS, "五、重要会计政策及会计估计"))).isNull();
  }

  @Test
  void proseIsNoStatement() {
    assertThat(first(prose("The following table is part of the balance sheet.", "Balance Sheet")))
        .isNull();
  }

  @Test
  void aTitleAboveATableOnItsPageNamesIt() {
    assertThat(second(prose("Consolidated Statements of Income"), table("\t2024\nRevenue\t7")))
        .isEqualTo(Statement.INCOME);
    assertThat(second(prose("Our results"), table("\t2024\nRevenue\t7"))).isNull();
  }

  @Test
  void aSpanOfTimeIsNotTheLastHeading() {
    assertThat(
            first(
                table(
                    "\t2024\nRevenue\t7",
                    "Consolidated Statements of Cash Flows",
                    "For the years ended December 31, 2024")))
        .isEqualTo(Statement.CASH_FLOW);
  }

  private static @Nullable Statement first(Words words) {
    return at(0, words);
  }

  private static @Nullable Statement second(Words first, Words second) {
    return at(1, first, second);
  }

  private static @Nullable Statement at(int ordinal, Words... words) {
    var report = report(LANTERN, "a");
    var passages = new MemoryCorpus().with(report, words).passages(report.id());
    return Statement.in(passages).get(PassageId.of(report.id(), ordinal));
  }
}
