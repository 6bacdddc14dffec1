package onrecord.bot.answering;

import static onrecord.bot.answering.Document.aReport;
import static onrecord.bot.answering.Expectation.isAnswered;
import static onrecord.bot.answering.Expectation.says;

import org.junit.jupiter.api.Test;

/// Where a question leaves open what exactly it asks for, the answer says which it gives.
class StatedBasisTest extends Scenario {

  @Test
  void aQuarterNamedAloneIsGivenAsTheSingleQuarterAndSaysSo() {
    given(
            aReport("2025 H1").stating("营业收入", "51,208.40", "万元").publishedOn("2025-08-26"),
            aReport("2025 Q3").stating("营业收入", "80,914.65", "万元").publishedOn("2025-10-28"))
        .when("三季度营业收入是多少？")
        .askedOn("2025-11-01")
        .then(isAnswered(), says("2025年第三季度"), says("29,706.25"));
  }

  @Test
  void theNewestFigureIsGivenWithThePeriodItCovers() {
    given(aReport("2025 Q3").stating("营业收入", "80,914.65", "万元").publishedOn("2025-10-28"))
        .when("营业收入是多少？")
        .askedOn("2025-11-01")
        .then(isAnswered(), says("2025年前三季度营业收入"), says("80,914.65万元"));
  }

  @Test
  void profitWithoutWhoseIsGivenAsTheShareholdersPartAndSaysSo() {
    given(aReport("2025 Q3").stating("归属于上市公司股东的净利润", "5,127.08", "万元").publishedOn("2025-10-28"))
        .when("2025年前三季度净利润是多少？")
        .askedOn("2025-11-01")
        .then(isAnswered(), says("5,127.08"), says("此处按归属于上市公司股东的净利润列示"));
  }

  @Test
  void aFigureThatTheGroupAndItsParentBothHaveSaysWhoseItIs() {
    var story = given(balanceSheets());

    story
        .when("2024年末货币资金是多少？")
        .askedOn("2025-05-01")
        .then(isAnswered(), says("合并口径"), says("900.00"));
    story
        .when("2024年末母公司的货币资金是多少？")
        .askedOn("2025-05-01")
        .then(isAnswered(), says("母公司口径"), says("300.00"));
  }

  @Test
  void aRestatedFigureSaysThatItIsAndItsFormerVersionToo() {
    var story = given(restatingReport());

    story
        .when("2023年营业收入是多少？")
        .askedOn("2025-05-01")
        .then(isAnswered(), says("调整后数据"), says("746.19"));
    story
        .when("2023年营业收入调整前后分别是多少？")
        .askedOn("2025-05-01")
        .then(isAnswered(), says("调整前数据"), says("709.57"), says("746.19"));
  }

  private static Document balanceSheets() {
    var report = aReport("2024").stating("营业收入", "12,000.00", "万元").publishedOn("2025-04-22");
    var sheets =
        """

        ## 三、财务报表

        ### 合并资产负债表

        单位：万元

        | 项目 | 2024年12月31日 | 2023年12月31日 |
        |---|---|---|
        | 货币资金 | 900.00 | 800.00 |
        | 应收账款 | 120.00 | 110.00 |

        ### 母公司资产负债表

        单位：万元

        | 项目 | 2024年12月31日 | 2023年12月31日 |
        |---|---|---|
        | 货币资金 | 300.00 | 200.00 |
        | 应收账款 | 20.00 | 10.00 |
        """;
    return new Document(
        report.label(), report.metadata(), report.text() + sheets, report.publishedAt());
  }

  private static Document restatingReport() {
    var report = aReport("2024").saying("公司经营正常。").publishedOn("2025-04-22");
    var data =
        """

        ## 一、主要会计数据和财务指标

        单位：万元

        | 项目 | 2024年 | 2023年（调整后） | 2023年（调整前） |
        |---|---|---|---|
        | 营业收入 | 995.01 | 746.19 | 709.57 |
        """;
    return new Document(
        report.label(), report.metadata(), report.text() + data, report.publishedAt());
  }
}
