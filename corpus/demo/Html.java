import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Blocks as HTML, for printing or for a web page.
final class Html {
  private static final Pattern NUMERIC =
      Pattern.compile("\\*{0,2}[-(]?[\\d,]+(\\.\\d+)?%?\\)?\\*{0,2}|-");

  private final Map<String, Integer> pages;
  private final List<Block> blocks;
  private final StringBuilder out = new StringBuilder();
  private int chapter;

  /// @param pages the page of each chapter (`c1`, `c2`, …), for the contents; empty on the first
  ///   pass
  Html(List<Block> blocks, Map<String, Integer> pages) {
    this.blocks = blocks;
    this.pages = pages;
  }

  String render() {
    blocks.forEach(this::add);
    return out.toString();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading -> addHeading(heading);
      case Block.Paragraph paragraph ->
          out.append(
              "<p class=\"%s\">%s</p>\n".formatted(paragraph.style(), inline(paragraph.text())));
      case Block.Table table -> addTable(table);
      case Block.Contents contents -> addContents();
      case Block.PageBreak pageBreak -> out.append("<div class=\"pagebreak\"></div>\n");
    }
  }

  private void addHeading(Block.Heading heading) {
    var id = heading.level() == 1 ? " id=\"c" + ++chapter + "\"" : "";
    out.append(
        "<h%d%s>%s</h%d>\n"
            .formatted(heading.level(), id, inline(heading.text()), heading.level()));
  }

  private void addContents() {
    int number = 0;
    for (var block : blocks) {
      if (block instanceof Block.Heading(int level, String text) && level == 1) {
        var id = "c" + ++number;
        out.append(
            "<p class=\"toc\"><a href=\"#%s\">%s</a><span class=\"dots\">%s</span><span>%s</span></p>\n"
                .formatted(id, inline(text), ".".repeat(160), pages.getOrDefault(id, 0)));
      }
    }
  }

  private void addTable(Block.Table table) {
    if (!table.caption().isEmpty()) {
      out.append("<p class=\"unit\">").append(inline(table.caption())).append("</p>\n");
    }
    out.append("<table class=\"%s\">\n".formatted(table.style().replace(',', ' ')));
    int heads = (int) table.rows().stream().takeWhile(Block.Row::head).count();
    if (heads > 0) {
      out.append("<thead>\n");
      addRows(table.rows().subList(0, heads), "th");
      out.append("</thead>\n");
    }
    out.append("<tbody>\n");
    addRows(table.rows().subList(heads, table.rows().size()), "td");
    out.append("</tbody></table>\n");
  }

  private void addRows(List<Block.Row> rows, String tag) {
    for (int i = 0; i < rows.size(); i++) {
      out.append("<tr>");
      for (int j = 0; j < rows.get(i).cells().size(); j++) {
        addCell(rows, i, j, rows.get(i).head() ? "th" : tag);
      }
      out.append("</tr>\n");
    }
  }

  private void addCell(List<Block.Row> rows, int i, int j, String tag) {
    var text = rows.get(i).cells().get(j);
    if (text.equals("<") || text.equals("^")) {
      return;
    }
    int across = 1;
    while (j + across < rows.get(i).cells().size()
        && rows.get(i).cells().get(j + across).equals("<")) {
      across++;
    }
    int down = 1;
    while (i + down < rows.size() && rows.get(i + down).cells().get(j).equals("^")) {
      down++;
    }
    out.append('<').append(tag);
    out.append(across > 1 ? " colspan=\"" + across + "\"" : "")
        .append(down > 1 ? " rowspan=\"" + down + "\"" : "");
    out.append(tag.equals("td") && j > 0 && NUMERIC.matcher(text).matches() ? " class=\"n\"" : "");
    out.append('>').append(inline(text)).append("</").append(tag).append('>');
  }

  static String inline(String text) {
    return escape(text).replaceAll("\\*\\*(.+?)\\*\\*", "<b>$1</b>").replace("\\\\", "<br>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
