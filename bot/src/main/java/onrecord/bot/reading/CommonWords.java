package onrecord.bot.reading;

import java.util.List;
import java.util.stream.Stream;

/// Words that questions are made of besides the glossary's terms: what misspelt and romanised
/// questions are compared with.
final class CommonWords {

  private static final String PERIODS =
      """
      今年 去年 明年 前年 后年 本年 上年 全年 年初 年末 年底 年度 上半年 下半年 半年度
      一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 前两季度
      一季报 三季报 半年报 中报 年报 季报 本期 报告期 期末 上季度 下季度 本季度
      同期 去年同期 上年同期 单季 单季度 未来 以后 现在 目前 最近 年 月 季度
      """;

  private static final String QUESTIONS =
      """
      多少 多大 多高 怎么样 怎样 如何 怎么 为什么 为何 什么 什么时候 何时 哪里 哪些 哪个 哪家 谁 几
      是不是 有没有 能不能 会不会 能否 是否 可否 是 有 没有 能 会 将 要 可以 可能 吗 呢 吧 了 的 和 与
      请问 告诉 我 我们 你 你们 你好 您好 公司 贵公司 董秘 一下 大概 大约 具体 预计 预测 预期 目标 增长 下降 提高
      同比 环比 增速 增幅 业绩 利润 盈利 亏损 收入 营收 合作 计划 打算 主要 客户 产品 业务 情况 占比 比例
      股价 涨 跌 买 卖 股票 能到 达到 超过 翻倍 好 更好 不 在 到 还 也 继续 实现 发布 披露 员工 人数 分红
      """;

  private CommonWords() {}

  static List<String> periods() {
    return PERIODS.strip().lines().flatMap(line -> Stream.of(line.strip().split(" "))).toList();
  }

  static List<String> all() {
    return Stream.of(PERIODS, QUESTIONS)
        .flatMap(block -> block.strip().lines())
        .flatMap(line -> Stream.of(line.strip().split(" ")))
        .toList();
  }
}
