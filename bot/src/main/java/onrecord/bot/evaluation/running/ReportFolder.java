package onrecord.bot.evaluation.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.bot.evaluation.measuring.Threshold;
import onrecord.bot.evaluation.reporting.HtmlPage;
import onrecord.bot.evaluation.reporting.JUnitFile;
import onrecord.bot.evaluation.reporting.Report;
import onrecord.bot.evaluation.reporting.SummaryFile;

/// Where a report is written to.
public record ReportFolder(Path folder) {

  /// Writes `report.html`, `summary.json` and `junit.xml`; `results.jsonl` is there already.
  public void write(Report report, List<Threshold> thresholds) {
    write("report.html", new HtmlPage(report, thresholds).page());
    write("summary.json", new SummaryFile(report).text());
    write("junit.xml", new JUnitFile(report, thresholds).text());
  }

  private void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + folder.resolve(name), e);
    }
  }
}
