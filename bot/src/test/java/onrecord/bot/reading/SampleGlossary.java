package onrecord.bot.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.prompts.Glossary;
import onrecord.prompts.Metric;
import onrecord.prompts.Metric.Nature;
import org.jspecify.annotations.Nullable;

/// A handful of metrics.
final class SampleGlossary implements Glossary {

  private final List<Metric> metrics =
      List.of(
          flow("营业收入", "营收", "收入", "revenue", "sales"),
          flow("归属于上市公司股东的净利润", "归母净利润", "归母净利", "净利润", "归母", "利润", "net profit"),
          flow("扣除非经常性损益的净利润", "扣非净利润", "扣非后净利润", "扣非净利", "扣非"),
          flow("经营活动产生的现金流量净额", "经营现金流净额", "经营现金流", "经营性现金流净额", "经营活动现金流净额"),
          flow("研发投入"),
          flow("研发费用"),
          flow("管理费用"),
          flow("销售费用"),
          flow("财务费用"),
          flow("营业成本"),
          flow("基本每股收益", "每股收益", "eps"),
          balance("总资产", "资产总额", "total assets"),
          balance("货币资金"),
          balance("应收账款"),
          balance("存货"),
          balance("短期借款"),
          balance("在建工程"),
          balance("股东户数"),
          ratio("毛利率", "(营业收入 - 营业成本) / 营业收入", "综合毛利率", "gross margin"),
          ratio("净利率", "归属于上市公司股东的净利润 / 营业收入", "归母净利率"),
          ratio("资产负债率", null),
          ratio("加权平均净资产收益率", null, "净资产收益率", "roe"));

  private static Metric flow(String id, String... asked) {
    return new Metric(id, Nature.FLOW, List.of(id), List.of(asked), null);
  }

  private static Metric balance(String id, String... asked) {
    return new Metric(id, Nature.BALANCE, List.of(id), List.of(asked), null);
  }

  private static Metric ratio(String id, @Nullable String formula, String... asked) {
    return new Metric(id, Nature.RATIO, List.of(id), List.of(asked), formula);
  }

  @Override
  public List<Metric> metrics() {
    return metrics;
  }

  @Override
  public Optional<Metric> metric(String id) {
    return metrics.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  @Override
  public List<Mention> mentions(String text) {
    var found = new ArrayList<Mention>();
    for (var metric : metrics) {
      names(metric)
          .forEach(name -> {
            for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
              found.add(new Mention(metric, at, at + name.length()));
            }
          });
    }
    found.sort(Comparator.comparingInt(mention -> mention.start() - mention.end()));
    var kept = new ArrayList<Mention>();
    for (var mention : found) {
      if (kept.stream().noneMatch(k -> k.start() < mention.end() && mention.start() < k.end())) {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparingInt(Mention::start));
    return kept;
  }

  private static Stream<String> names(Metric metric) {
    return Stream.concat(metric.printed().stream(), metric.asked().stream());
  }

  @Override
  public List<String> synonyms(String text) {
    return List.of();
  }

  @Override
  public List<String> vocabulary() {
    return metrics.stream().flatMap(SampleGlossary::names).toList();
  }
}
