package onrecord.corpus.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import onrecord.corpus.Basis;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import org.junit.jupiter.api.Test;

class FigureReaderTest {

  @Test
  void keyFiguresOfThreeYearsTakeTheirPeriodsFromTheColumns() {
    var report =
        Reports.annual(2024)
            .table(
                """
                主要会计数据 单位：元 币种：人民币
                主要会计数据 | 2024年 | 2023年 | 本期比上年同期增减(%) | 2022年
                营业收入 | 581,905,632.48 | 414,466,939.94 | 40.40 | 396,608,630.19
                归属于上市公司股东的净利润 | -6,195,463.57 | 2,104,163.49 | 不适用 | —
                主要财务指标 | 2024年末 | 2023年末 | 本期末比上年同期末增减(%) | 2022年末
                总资产 | 978,282,683.24 | 870,357,369.43 | 12.40 | 713,213,299.08
                """)
            .table(
                """
                主要财务指标 | 2024年 | 2023年 | 本期比上年同期增减(%) | 2022年
                基本每股收益（元／股） | 0.36 | 0.20 | 80.00 | 0.67
                加权平均净资产收益率（%） | 8.37 | 4.49 | 增加3.88个百分点 | 15.56
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入 2024-12 FULL_YEAR 581,905,632.48 元 CONSOLIDATED ORIGINAL yoy +40.40%
            营业收入 2023-12 FULL_YEAR 414,466,939.94 元 CONSOLIDATED ORIGINAL
            营业收入 2022-12 FULL_YEAR 396,608,630.19 元 CONSOLIDATED ORIGINAL
            归属于上市公司股东的净利润 2024-12 FULL_YEAR -6,195,463.57 元 CONSOLIDATED ORIGINAL
            归属于上市公司股东的净利润 2023-12 FULL_YEAR 2,104,163.49 元 CONSOLIDATED ORIGINAL
            总资产 2024-12-31 INSTANT 978,282,683.24 元 CONSOLIDATED ORIGINAL yoy +12.40%
            总资产 2023-12-31 INSTANT 870,357,369.43 元 CONSOLIDATED ORIGINAL
            总资产 2022-12-31 INSTANT 713,213,299.08 元 CONSOLIDATED ORIGINAL
            基本每股收益 2024-12 FULL_YEAR 0.36 元/股 CONSOLIDATED ORIGINAL yoy +80.00%
            基本每股收益 2023-12 FULL_YEAR 0.20 元/股 CONSOLIDATED ORIGINAL
            基本每股收益 2022-12 FULL_YEAR 0.67 元/股 CONSOLIDATED ORIGINAL
            加权平均净资产收益率 2024-12 FULL_YEAR 8.37 % CONSOLIDATED ORIGINAL yoy +3.88个百分点
            加权平均净资产收益率 2023-12 FULL_YEAR 4.49 % CONSOLIDATED ORIGINAL
            加权平均净资产收益率 2022-12 FULL_YEAR 15.56 % CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void changesAttachToTheFigureTheyFollow() {
    var report =
        Reports.of(
                DisclosureKind.INVESTOR_RELATIONS_RECORD,
                ReportingPeriod.firstQuarters(2025, 3),
                Language.ZH)
            .says(
                "尊敬的投资者，您好！2025 年前三季度，公司营业收入为 9,120.50 万元，同比增长 31.20%，环比增长 4.10%，其中，训练服务收入"
                    + " 6,002.18 万元，同比下降 2.36%；实现归属于上市公司股东的净利润 412.07 万元，同比增长"
                    + " 58.10%。推理云事业部实现营业收入 3,118.32 万元，较上年同期减少 1.05%。");

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入 2025-09 YEAR_TO_DATE 9,120.50 万元 CONSOLIDATED ORIGINAL yoy +31.20% qoq +4.10%
            营业收入[训练服务] 2025-09 YEAR_TO_DATE 6,002.18 万元 CONSOLIDATED ORIGINAL yoy -2.36%
            归属于上市公司股东的净利润 2025-09 YEAR_TO_DATE 412.07 万元 CONSOLIDATED ORIGINAL yoy +58.10%
            营业收入[推理云事业部] 2025-09 YEAR_TO_DATE 3,118.32 万元 CONSOLIDATED ORIGINAL yoy -1.05%
            """);
  }

  @Test
  void statementsAreOfTheGroupOrTheParent() {
    var report =
        Reports.annual(2024)
            .under("第十节 财务报告", "二、财务报表")
            .table(
                """
                合并资产负债表 2024年12月31日 编制单位：星衡算力股份有限公司 单位：元
                项目 | 附注 | 2024年12月31日 | 2023年12月31日
                流动资产： | | |
                货币资金 | 七、1 | 1,516,034.28 | 1,108,509.31
                其中：应收利息 | | 12.00 | -
                流动资产合计 | 5 | 3,187,018.38 | 2,604,118.97
                """)
            .table(
                """
                母公司利润表 2024年1—12月 单位：元
                项目 | 附注 | 本期发生额 | 上期发生额
                一、营业收入 | 十七、4 | 20,519.02 | 25,897.45
                减：营业成本 | | 6,659.66 | 7,014.18
                二、净利润（净亏损以“－”号填列） | | -557.03 | （1,024.11）
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            货币资金 2024-12-31 INSTANT 1,516,034.28 元 CONSOLIDATED ORIGINAL
            货币资金 2023-12-31 INSTANT 1,108,509.31 元 CONSOLIDATED ORIGINAL
            应收利息 2024-12-31 INSTANT 12.00 元 CONSOLIDATED ORIGINAL
            流动资产合计 2024-12-31 INSTANT 3,187,018.38 元 CONSOLIDATED ORIGINAL
            流动资产合计 2023-12-31 INSTANT 2,604,118.97 元 CONSOLIDATED ORIGINAL
            营业收入 2024-12 FULL_YEAR 20,519.02 元 PARENT ORIGINAL
            营业收入 2023-12 FULL_YEAR 25,897.45 元 PARENT ORIGINAL
            营业成本 2024-12 FULL_YEAR 6,659.66 元 PARENT ORIGINAL
            营业成本 2023-12 FULL_YEAR 7,014.18 元 PARENT ORIGINAL
            净利润 2024-12 FULL_YEAR -557.03 元 PARENT ORIGINAL
            净利润 2023-12 FULL_YEAR （1,024.11） 元 PARENT ORIGINAL
            """);
  }

  @Test
  void whatHappenedToAnItemIsNamedAfterTheItemOfItsNote() {
    var report =
        Reports.annual(2024)
            .under("第十节 财务报告", "七、合并财务报表项目注释", "39、应付职工薪酬", "(2).短期薪酬列示")
            .table(
                """
                单位：元
                项目 | 期初余额 | 本期增加 | 本期减少 | 期末余额
                二、职工福利费 | 10.00 | 70.00 | 60.00 | 20.00
                """)
            .under("第十节 财务报告", "七、合并财务报表项目注释", "84、政府补助", "(1).政府补助基本情况")
            .table(
                """
                单位：元
                种类 | 金额 | 计入当期损益的金额
                2018年技术改造升级项目 | 714.75 | 26.32
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            应付职工薪酬[职工福利费] 2023-12-31 INSTANT 10.00 元 CONSOLIDATED ORIGINAL
            应付职工薪酬本期增加[职工福利费] 2024-12 FULL_YEAR 70.00 元 CONSOLIDATED ORIGINAL
            应付职工薪酬本期减少[职工福利费] 2024-12 FULL_YEAR 60.00 元 CONSOLIDATED ORIGINAL
            应付职工薪酬[职工福利费] 2024-12-31 INSTANT 20.00 元 CONSOLIDATED ORIGINAL
            政府补助[2018年技术改造升级项目] 2024-12 FULL_YEAR 714.75 元 CONSOLIDATED ORIGINAL
            政府补助计入损益[2018年技术改造升级项目] 2024-12 FULL_YEAR 26.32 元 CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void itemsOfAStatementAreMetricsWhateverTheirColumnIsCalled() {
    var report =
        Reports.annual(2024)
            .under("第四节 经营情况讨论与分析", "1. 资产及负债状况")
            .table(
                """
                单位：元
                项目名称 | 本期期末数 | 本期期末数占总资产的比例（%） | 上期期末数 | 情况说明
                存货 | 350.80 | 5.59 | 245.84 | 在产品增加
                """)
            .under("第六节 股份变动及股东情况", "1、股份变动情况")
            .table(
                """
                单位：股
                 | 本次变动前 数量 | 本次变动后 数量
                三、股份总数 | 3,200 | 3,300
                """)
            .under("第十节 财务报告", "2、净资产收益率及每股收益")
            .table(
                """
                报告期利润 | 每股收益 基本每股收益（元/股） | 每股收益 稀释每股收益（元/股）
                归属于公司普通股股东的净利润 | 0.19 | 0.18
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            存货 2024-12-31 INSTANT 350.80 元 CONSOLIDATED ORIGINAL
            占总资产的比例[存货] 2024-12-31 INSTANT 5.59 % CONSOLIDATED ORIGINAL
            存货 2023-12-31 INSTANT 245.84 元 CONSOLIDATED ORIGINAL
            本次变动前数量[股份总数] 2023-12-31 INSTANT 3,200 股 CONSOLIDATED ORIGINAL
            本次变动后数量[股份总数] 2024-12-31 INSTANT 3,300 股 CONSOLIDATED ORIGINAL
            基本每股收益[归属于公司普通股股东的净利润] 2024-12 FULL_YEAR 0.19 元/股 CONSOLIDATED ORIGINAL
            稀释每股收益[归属于公司普通股股东的净利润] 2024-12 FULL_YEAR 0.18 元/股 CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void aThirdQuarterReportTellsTheQuarterFromTheYearToDate() {
    var report =
        Reports.thirdQuarter(2024)
            .table(
                """
                单位：元
                 | 本报告期 | 本报告期比上年同期增减 | 年初至报告期末 | 年初至报告期末比上年同期增减
                营业收入（元） | 3,104,220.18 | 12.04% | 9,120,504.77 | -3.10%
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入 2024-09 SINGLE_QUARTER 3,104,220.18 元 CONSOLIDATED ORIGINAL yoy +12.04%
            营业收入 2024-09 YEAR_TO_DATE 9,120,504.77 元 CONSOLIDATED ORIGINAL yoy -3.10%
            """);
  }

  @Test
  void quartersOfAnAnnualReportAreSingleQuarters() {
    var report =
        Reports.annual(2024)
            .table(
                """
                单位：元
                 | 第一季度（1-3月份） | 第二季度（4-6月份）
                营业收入 | 71,204,310.55 | 84,915,226.40
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入 2024-03 SINGLE_QUARTER 71,204,310.55 元 CONSOLIDATED ORIGINAL
            营业收入 2024-06 SINGLE_QUARTER 84,915,226.40 元 CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void restatedColumnsAreTold() {
    var report =
        Reports.interim(2024)
            .table(
                """
                单位：万元
                主要会计数据 | 本报告期（1-6月） | 上年同期 调整后 | 上年同期 调整前 | 本报告期比上年同期增减(%)
                营业收入 | 4,210.55 | 3,918.20 | 3,790.01 | 7.46
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入 2024-06 HALF 4,210.55 万元 CONSOLIDATED ORIGINAL yoy +7.46%
            营业收入 2023-06 HALF 3,918.20 万元 CONSOLIDATED RESTATED
            营业收入 2023-06 HALF 3,790.01 万元 CONSOLIDATED BEFORE_RESTATEMENT
            """);
  }

  @Test
  void linesOfBusinessAreSegmentsAndChangesFindTheirMetric() {
    var report =
        Reports.annual(2024)
            .under("二、主营业务分析", "（2）分产品情况")
            .table(
                """
                单位：元
                分产品 | 营业收入 | 营业成本 | 毛利率（%） | 营业收入比上年增减（%） | 营业成本比上年增减（%） | 毛利率比上年增减（%）
                训练服务 | 517,535.34 | 262,220.56 | 49.33 | 40.88 | 46.13 | 减少2.07个百分点
                """)
            .table(
                """
                单位：元
                 | 2024年 金额 | 2024年 占营业收入比重 | 2023年 金额 | 2023年 占营业收入比重 | 同比增减
                营业收入合计 | 812,406.10 | 100% | 925,818.91 | 100% | -12.25%
                分地区 | | | | |
                华北 | 277,599.16 | 34.17% | 312,926.80 | 33.80% | -11.29%
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            营业收入[训练服务] 2024-12 FULL_YEAR 517,535.34 元 CONSOLIDATED ORIGINAL yoy +40.88%
            营业成本[训练服务] 2024-12 FULL_YEAR 262,220.56 元 CONSOLIDATED ORIGINAL yoy +46.13%
            毛利率[训练服务] 2024-12 FULL_YEAR 49.33 % CONSOLIDATED ORIGINAL yoy -2.07个百分点
            营业收入合计 2024-12 FULL_YEAR 812,406.10 元 CONSOLIDATED ORIGINAL yoy -12.25%
            占营业收入比重[营业收入合计] 2024-12 FULL_YEAR 100 % CONSOLIDATED ORIGINAL
            营业收入合计 2023-12 FULL_YEAR 925,818.91 元 CONSOLIDATED ORIGINAL
            占营业收入比重[营业收入合计] 2023-12 FULL_YEAR 100 % CONSOLIDATED ORIGINAL
            营业收入[华北] 2024-12 FULL_YEAR 277,599.16 元 CONSOLIDATED ORIGINAL yoy -11.29%
            占营业收入比重[华北] 2024-12 FULL_YEAR 34.17 % CONSOLIDATED ORIGINAL
            营业收入[华北] 2023-12 FULL_YEAR 312,926.80 元 CONSOLIDATED ORIGINAL
            占营业收入比重[华北] 2023-12 FULL_YEAR 33.80 % CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void rowsOfANoteArePartsOfItsItem() {
    var report =
        Reports.annual(2024)
            .under("第十节 财务报告", "七、合并财务报表项目注释", "9、存货", "(1).存货分类")
            .table(
                """
                单位：元
                项目 | 期末余额 账面余额 | 期末余额 跌价准备 | 期末余额 账面价值 | 期初余额 账面价值
                备件 | 64,229.65 | 1,554.61 | 62,675.04 | 31,788.77
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            存货账面余额[备件] 2024-12-31 INSTANT 64,229.65 元 CONSOLIDATED ORIGINAL
            存货跌价准备[备件] 2024-12-31 INSTANT 1,554.61 元 CONSOLIDATED ORIGINAL
            存货[备件] 2024-12-31 INSTANT 62,675.04 元 CONSOLIDATED ORIGINAL
            存货[备件] 2023-12-31 INSTANT 31,788.77 元 CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void labelsAndValuesStandSideBySide() {
    var report =
        Reports.annual(2024)
            .table(
                """
                单位：元
                研发投入合计 | 31,407,118.20
                研发投入总额占营业收入比例（%） | 13.09
                公司研发人员的数量 | 269
                """)
            .table(
                """
                单位：股
                报告期末普通股股东总数 | 8,412 | 年度报告披露日前上一月末普通股股东总数 | 8,590
                """)
            .table(
                """
                单位：股
                股东名称（全称） | 报告期内增减 | 期末持股数量 | 比例(%) | 股东性质
                星衡控股有限公司 | -242,356 | 6,204,118 | 12.32 | 境内法人
                """);

    assertThat(report.figures())
        .isEqualTo(
            """
            研发投入合计 2024-12 FULL_YEAR 31,407,118.20 元 CONSOLIDATED ORIGINAL
            研发投入总额占营业收入比例 2024-12 FULL_YEAR 13.09 % CONSOLIDATED ORIGINAL
            公司研发人员的数量 2024-12-31 INSTANT 269 人 CONSOLIDATED ORIGINAL
            报告期末普通股股东总数 2024-12-31 INSTANT 8,412 户 CONSOLIDATED ORIGINAL
            年度报告披露日前上一月末普通股股东总数 - 8,590 户 CONSOLIDATED ORIGINAL
            报告期内增减[星衡控股有限公司] 2024-12 FULL_YEAR -242,356 股 CONSOLIDATED ORIGINAL
            期末持股数量[星衡控股有限公司] 2024-12-31 INSTANT 6,204,118 股 CONSOLIDATED ORIGINAL
            比例[星衡控股有限公司] 2024-12-31 INSTANT 12.32 % CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void aTableThatSaysTooLittleGivesNothing() {
    var report =
        Reports.annual(2024)
            .table("营业收入 | 100.00 | 90.00")
            .table("项目 | 2024年 | 2023年\n营业收入 | 100.00 | 90.00")
            .table("2025年经营计划 单位：万元\n项目 | 2025年\n营业收入 | 12,000");

    assertThat(report.read()).isEmpty();
  }

  @Test
  void sentencesKeepTheCompanyItsPartsAndPastYearsApart() {
    var report =
        Reports.annual(2024)
            .says(
                "报告期末，公司总资产11.42亿元，较上年末增长12.40%。华北算力中心接待客户12.85万人次，较上年同期10.38万人次增加2.47万人次，增幅23.80%；实现营业收入5,114.20万元。"
                    + "前五名客户销售额1,908.33万元，占年度销售总额18.20%。续费率整体保持在98%左右。")
            .says("（1）北极星数据有限公司为公司全资子公司，注册资本为500万元。2024年营业收入1,043万元。")
            .says("公司于2019年取得第7项许可，持股5%以上的股东未减持，电话010-88886666转12。");

    assertThat(report.figures())
        .isEqualTo(
            """
            总资产 2024-12-31 INSTANT 11.42 亿元 CONSOLIDATED ORIGINAL yoy +12.40%
            接待客户[华北算力中心] 2024-12 FULL_YEAR 12.85 万人次 CONSOLIDATED ORIGINAL yoy +23.80%
            接待客户[华北算力中心] 2023-12 FULL_YEAR 10.38 万人次 CONSOLIDATED ORIGINAL
            营业收入[华北算力中心] 2024-12 FULL_YEAR 5,114.20 万元 CONSOLIDATED ORIGINAL
            前五名客户销售额 2024-12 FULL_YEAR 1,908.33 万元 CONSOLIDATED ORIGINAL
            占年度销售总额[前五名客户销售额] 2024-12 FULL_YEAR 18.20 % CONSOLIDATED ORIGINAL
            续费率 2024-12 FULL_YEAR 98 % CONSOLIDATED ORIGINAL
            注册资本[北极星数据有限公司] 2024-12-31 INSTANT 500 万元 CONSOLIDATED ORIGINAL
            营业收入[北极星数据有限公司] 2024-12 FULL_YEAR 1,043 万元 CONSOLIDATED ORIGINAL
            """);
  }

  @Test
  void aFigureIsQuotedWithItsWholeSentence() {
    var report = Reports.annual(2024).says("公司重视研发。2024 年，研发投入 2.07 亿元，同比增长 35.30%。谢谢。");

    assertThat(report.quotes()).isEqualTo("2024 年，研发投入 2.07 亿元，同比增长 35.30%。\n");
  }

  @Test
  void whatIsExpectedIsNoFigure() {
    var report =
        Reports.annual(2024)
            .says("2025年，公司预计实现营业收入12,000万元。第三方机构预测，市场规模有望达到500亿元，同比增长30%。")
            .says("Net sales are expected to be $5.0 billion in 2025.");

    assertThat(report.read()).isEmpty();
  }

  @Test
  void aPerformanceForecastStatesNoFigures() {
    var report =
        Reports.of(DisclosureKind.PERFORMANCE_FORECAST, ReportingPeriod.half(2025, 1), Language.ZH)
            .table("单位：万元\n项目 | 本报告期 | 上年同期\n净利润 | 500.00 | 300.00");

    assertThat(report.read()).isEmpty();
  }

  @Test
  void englishStatementsTakeUnitAndYearFromTheirHeadings() {
    var report =
        Reports.of(
                DisclosureKind.ANNUAL_REPORT,
                new ReportingPeriod(
                    LocalDate.of(2023, 5, 29), LocalDate.of(2024, 5, 28), Basis.FULL_YEAR),
                Language.EN)
            .table(
                """
                Consolidated Statements of Earnings (In Millions, Except per Share Data)
                 | Fiscal Year 2024 | Fiscal Year 2023
                Net sales..... | $ 6,412.7 | $ 5,980.1
                Restructuring costs | (87.9) | -
                Earnings per share - diluted | $ 2.90 | $ 3.64
                """)
            .table(
                """
                Consolidated Balance Sheets (In Millions)
                 | May 28, 2024 | May 27, 2023
                Total assets | $ | 11,204.5
                """)
            .says("Net cash provided by operations totaled $3.7 billion in fiscal 2024.");

    assertThat(report.figures())
        .isEqualTo(
            """
            Net sales 2024-05 FULL_YEAR 6,412.7 million CONSOLIDATED ORIGINAL
            Net sales 2023-05 FULL_YEAR 5,980.1 million CONSOLIDATED ORIGINAL
            Restructuring costs 2024-05 FULL_YEAR (87.9) million CONSOLIDATED ORIGINAL
            Earnings per share - diluted 2024-05 FULL_YEAR 2.90 per share CONSOLIDATED ORIGINAL
            Earnings per share - diluted 2023-05 FULL_YEAR 3.64 per share CONSOLIDATED ORIGINAL
            Total assets 2023-05-27 INSTANT 11,204.5 million CONSOLIDATED ORIGINAL
            Net cash provided by operations 2024-05 FULL_YEAR 3.7 billion CONSOLIDATED ORIGINAL
            """);
  }
}
