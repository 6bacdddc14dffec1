package onrecord.bot.finding;

import java.math.BigDecimal;

/// Numbers as disclosures print them.
public final class Figures {

  private Figures() {}

  /// With a comma between thousands: `28,463.78`.
  public static String grouped(BigDecimal value) {
    var plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    var whole = point < 0 ? plain : plain.substring(0, point);
    var grouped = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    return (value.signum() < 0 ? "-" : "") + grouped + (point < 0 ? "" : plain.substring(point));
  }
}
