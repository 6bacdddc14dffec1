package onrecord.corpus;

import java.math.BigDecimal;

/// The unit that a figure is printed in.
///
/// @param printed as the disclosure writes it: `元`, `万元`, `%`, `个百分点`, `元/股`, `人`, `million`
/// @param dimension what is measured
/// @param scale how many base units (yuan, dollars, shares, persons, per cent) one of it is
public record Unit(String printed, Dimension dimension, BigDecimal scale) {

  /// What a unit measures; only like may be added to like.
  public enum Dimension {
    CNY,
    USD,
    HKD,
    EUR,
    GBP,
    /// Money in a currency that is not told apart here.
    OTHER_CURRENCY,
    /// Money a share.
    PER_SHARE,
    PERCENT,
    PERCENTAGE_POINT,
    SHARES,
    /// Persons, households, pieces, companies.
    COUNT,
    /// Times, ratios, indices.
    RATIO,
    /// Physical and technical measures: tonnes, PFLOPS, megawatts.
    MEASURE
  }

  /// Whether values in it are money.
  public boolean isMoney() {
    return switch (dimension) {
      case CNY, USD, HKD, EUR, GBP, OTHER_CURRENCY -> true;
      case PER_SHARE, PERCENT, PERCENTAGE_POINT, SHARES, COUNT, RATIO, MEASURE -> false;
    };
  }
}
