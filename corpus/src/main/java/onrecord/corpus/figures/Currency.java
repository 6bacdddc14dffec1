package onrecord.corpus.figures;

import onrecord.corpus.Unit.Dimension;

/// The currency of amounts.
///
/// @param sign as it stands before or behind them: `$`, `£`, `A$`, `CHF`; empty if it is not known
record Currency(Dimension dimension, String sign) {

  static final Currency YUAN = new Currency(Dimension.CNY, "RMB");
  static final Currency DOLLAR = new Currency(Dimension.USD, "$");
  static final Currency UNKNOWN = new Currency(Dimension.OTHER_CURRENCY, "");
}
