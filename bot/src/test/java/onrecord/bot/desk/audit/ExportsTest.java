package onrecord.bot.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {

  @TempDir Path directory;

  @Test
  void noCellOfTheTableIsTakenForAFormula() {
    var csv = new StringWriter();
    try (var archive = AnswerArchive.open(directory, Clock.systemUTC())) {
      var text = Map.of("text", "-2\"x\"");
      archive.trail().append(Kind.FEEDBACK, "=cmd|' /C calc'!A0", "+1", text);
      new Exports(archive.trail(), ZoneOffset.UTC).csv(Filter.ALL, csv);
    }
    assertThat(csv.toString())
        .startsWith("\uFEFFnumber,at,kind")
        .contains("\"'=cmd|' /C calc'!A0\"", "\"'+1\"", "\"'-2\"\"x\"\"\"")
        .endsWith("\r\n");
  }

  @Test
  void eachLineIsAnEntryWithItsContentWithinIt() {
    var lines = new StringWriter();
    try (var archive = AnswerArchive.open(directory, Clock.systemUTC())) {
      archive.trail().append(Kind.REVIEW, "anna", "a1", Map.of("decision", "APPROVED"));
      archive.trail().append(Kind.REVIEW, "bert", "a2", Map.of("decision", "DECLINED"));
      new Exports(archive.trail(), ZoneOffset.UTC).jsonLines(Filter.ALL, lines);
    }
    var json = JsonMapper.builder().build();
    var read = lines.toString().lines().map(json::readTree).toList();

    assertThat(read).hasSize(2);
    assertThat(read.getFirst().at("/content/decision").asString()).isEqualTo("APPROVED");
    assertThat(read.getLast().at("/previous")).isEqualTo(read.getFirst().at("/hash"));
  }
}
