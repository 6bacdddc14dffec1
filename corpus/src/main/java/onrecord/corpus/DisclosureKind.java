package onrecord.corpus;

/// The kinds of official disclosure.
public enum DisclosureKind {
  /// Audited report of a full year.
  ANNUAL_REPORT,
  /// Report of a half-year.
  INTERIM_REPORT,
  /// Report of a first or third quarter.
  QUARTERLY_REPORT,
  /// The company's own forecast of a result (业绩预告).
  PERFORMANCE_FORECAST,
  /// Preliminary, unaudited results (业绩快报).
  PRELIMINARY_RESULTS,
  /// Record of an investor-relations activity (投资者关系活动记录表).
  INVESTOR_RELATIONS_RECORD,
  /// Any other announcement.
  ANNOUNCEMENT,
  /// Corrects an earlier disclosure (更正公告).
  CORRECTION,
  /// Prospectus (招股说明书).
  PROSPECTUS,
  /// Company profile, policies and the like.
  OTHER;

  /// Whether it reports on a period that has ended.
  public boolean isPeriodicReport() {
    return this == ANNUAL_REPORT || this == INTERIM_REPORT || this == QUARTERLY_REPORT;
  }
}
