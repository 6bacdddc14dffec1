package onrecord.bot.evaluation.reporting;

import java.util.List;
import java.util.Locale;

/// Pieces of a page. What is put in as text is escaped; what is put in as content is a piece itself.
final class Html {

  private Html() {}

  static String text(Object text) {
    return String.valueOf(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// An element with a class, or none where it is empty.
  static String tag(String name, String cssClass, String... content) {
    var attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return "<%s%s>%s</%s>".formatted(name, attribute, String.join("", content), name);
  }

  /// A row of cells, each of them content.
  static String row(String cell, List<String> cells) {
    return "<tr>"
        + String.join("", cells.stream().map(one -> "<%1$s>%2$s</%1$s>".formatted(cell, one)).toList())
        + "</tr>\n";
  }

  /// A number as it is printed everywhere on the page, with a point.
  static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /// `93.1 %`.
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : number("%.1f&#8239;%%", 100 * share);
  }
}
