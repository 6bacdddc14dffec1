package onrecord.bot.desk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.answers.AuditEntry;
import onrecord.bot.answers.AuditTrail;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail as files for other programs.
public final class Exports {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "at",
          "kind",
          "actor",
          "subject",
          "question",
          "verdict",
          "text",
          "content",
          "previous",
          "hash");

  /// A spreadsheet takes a cell that begins like this for a formula, and carries it out.
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private final AuditTrail trail;
  private final ZoneId zone;
  private final JsonMapper json = JsonMapper.builder().build();

  /// @param zone in which times are given
  public Exports(AuditTrail trail, ZoneId zone) {
    this.trail = trail;
    this.zone = zone;
  }

  /// One entry a line, its content as JSON within it.
  public void jsonLines(AuditTrail.Filter filter, Writer out) {
    trail.each(filter, entry -> write(out, json.writeValueAsString(line(entry)) + "\n"));
  }

  private LinkedHashMap<String, Object> line(AuditEntry entry) {
    var line = new LinkedHashMap<String, Object>();
    line.put("number", entry.number());
    line.put("at", entry.at().atZone(zone).toOffsetDateTime().toString());
    line.put("kind", entry.kind().name());
    line.put("actor", entry.actor());
    line.put("subject", entry.subject());
    line.put("content", json.readTree(entry.content()));
    line.put("previous", entry.previous());
    line.put("hash", entry.hash());
    return line;
  }

  /// A table by RFC 4180 with a byte-order mark, for spreadsheets. No cell can be taken for a
  /// formula.
  public void csv(AuditTrail.Filter filter, Writer out) {
    write(out, "\uFEFF" + String.join(",", COLUMNS) + "\r\n");
    trail.each(filter, entry -> write(out, row(entry) + "\r\n"));
  }

  private String row(AuditEntry entry) {
    var content = json.readTree(entry.content());
    return Stream.of(
            Long.toString(entry.number()),
            entry.at().atZone(zone).toOffsetDateTime().toString(),
            entry.kind().name(),
            entry.actor(),
            entry.subject(),
            content.path("question").asString(""),
            content.path("verdict").asString(""),
            content.path("text").asString(""),
            entry.content(),
            entry.previous(),
            entry.hash())
        .map(Exports::cell)
        .collect(Collectors.joining(","));
  }

  static String cell(String text) {
    var harmless =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }

  private static void write(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
