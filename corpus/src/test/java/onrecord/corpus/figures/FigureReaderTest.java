package onrecord.corpus.figures;

import static org.assertj.core.api.Assertions.assertThat;

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
}
