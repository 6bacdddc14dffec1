package onrecord.retrieval.structure;

import java.util.List;
import onrecord.corpus.DisclosureKind;

/// What people call each kind of disclosure, in Chinese and English.
public final class KindNames {

  private KindNames() {}

  /// The names of a kind; none for what is of no kind.
  public static List<String> of(DisclosureKind kind) {
    return switch (kind) {
      case ANNUAL_REPORT -> List.of("年度报告", "年报", "annual report", "10-K", "10K", "20-F");
      case INTERIM_REPORT ->
          List.of("半年度报告", "半年报", "中报", "中期报告", "interim report", "half-year report");
      case QUARTERLY_REPORT ->
          List.of("季度报告", "季报", "一季报", "三季报", "quarterly report", "10-Q", "10Q");
      case PERFORMANCE_FORECAST -> List.of("业绩预告", "performance forecast");
      case PRELIMINARY_RESULTS -> List.of("业绩快报", "preliminary results");
      case INVESTOR_RELATIONS_RECORD ->
          List.of("投资者关系活动记录", "业绩说明会", "调研", "investor relations record");
      case ANNOUNCEMENT -> List.of("公告", "announcement", "8-K", "8K");
      case CORRECTION -> List.of("更正公告", "correction");
      case PROSPECTUS -> List.of("招股说明书", "招股书", "prospectus");
      case OTHER -> List.of();
    };
  }
}
