import java.math.BigDecimal;
import java.util.List;

/// What must hold between the figures, whatever someone edits; a build stops where it does not.
record Balance(Figures figures) {
  private static final List<String> DATES =
      List.of("end2023o", "end2023", "end2024", "jun2025", "sep2025");
  private static final List<String> PARENT_DATES = List.of("end2023", "end2024", "jun2025");
  private static final List<String> PARTS =
      List.of(
          "revenue.train",
          "revenue.sci",
          "revenue.infer",
          "revenue.integ",
          "revenue.west",
          "revenue.public",
          "cost.power",
          "cost.west",
          "cost.public");

  void check() {
    DATES.forEach(date -> same("assets." + date, "liab." + date + " + equity." + date));
    DATES.forEach(date -> positive("payable." + date));
    PARENT_DATES.forEach(
        date -> same("p.assets." + date, "p.liab." + date + " + p.equity." + date));
    PARENT_DATES.forEach(date -> positive("p.payable." + date));
    DATES.stream().skip(2).forEach(date -> positive("longloan." + date));
    same("cashlike.end2024 - cashlike.end2023", "ocf.2024 + icf.2024 + fcf.2024");
    same("revenue.2024", "revenue.2024Q1 + revenue.2024Q2 + revenue.2024Q3 + revenue.2024Q4");
    same("profit.2025YTD", "profit.2025H1 + profit.2025Q3");
    same("filed.train.2025H1 + filed.infer.2025H1", "revenue.train.2025H1 + revenue.infer.2025H1");
    PARTS.forEach(part -> positive(part + ".2024"));
    positive("forecast.high - profit.2024");
    positive("profit.2024 - forecast.low");
    positive("forecast.core.high - core.2024");
    positive("core.2024 - forecast.core.low");
  }

  private void same(String left, String right) {
    if (figures.value(left).compareTo(figures.value(right)) != 0) {
      throw new IllegalStateException(
          left + " is not " + right + ": " + figures.value(left) + ", " + figures.value(right));
    }
  }

  private void positive(String expression) {
    if (figures.value(expression).compareTo(BigDecimal.ZERO) <= 0) {
      throw new IllegalStateException(
          expression + " is not positive: " + figures.value(expression));
    }
  }
}
