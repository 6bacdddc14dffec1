package onrecord.bot.evaluation.importing;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them: a quoted cell may hold commas, line breaks and, twice,
/// quotation marks.
record Csv(String text) {

  List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        row.add(taken(cell));
      } else if (!quoted && c == '\n') {
        row.add(taken(cell));
        rows.add(List.copyOf(row));
        row.clear();
      } else if (quoted || (c != '\r' && c != '\uFEFF')) {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(taken(cell));
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static String taken(StringBuilder cell) {
    var text = cell.toString();
    cell.setLength(0);
    return text;
  }
}
