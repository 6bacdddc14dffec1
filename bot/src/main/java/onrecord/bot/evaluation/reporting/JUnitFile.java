package onrecord.bot.evaluation.reporting;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import onrecord.bot.evaluation.measuring.Measure;
import onrecord.bot.evaluation.measuring.Threshold;
import onrecord.bot.evaluation.reporting.Report.Finding;

/// Test results as build servers read them: each question a case, each threshold one more.
///
/// @param thresholds that the run is held to
public record JUnitFile(Report report, List<Threshold> thresholds) {

  /// The file's content.
  public String text() {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (var suite : report.by(outcome -> outcome.suite()).keySet()) {
        writeSuite(xml, suite);
      }
      writeThresholds(xml);
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("Cannot write to memory", impossible);
    }
    return text.toString();
  }

  private void writeSuite(XMLStreamWriter xml, String suite) throws XMLStreamException {
    var findings =
        report.findings().stream()
            .filter(finding ->
                finding.outcome().round() == 1 && finding.outcome().suite().equals(suite))
            .toList();
    long failures =
        findings.stream().filter(finding -> !finding.outcome().grade().isRight()).count();
    startSuite(xml, suite, findings.size(), failures);
    for (var finding : findings) {
      writeCase(xml, suite, finding);
    }
    xml.writeCharacters("\n ");
    xml.writeEndElement();
  }

  private void startSuite(XMLStreamWriter xml, String name, long tests, long failures)
      throws XMLStreamException {
    xml.writeCharacters("\n ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", printable(name));
    xml.writeAttribute("tests", Long.toString(tests));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("timestamp", report.ranAt().toString());
  }

  private static void writeCase(XMLStreamWriter xml, String suite, Finding finding)
      throws XMLStreamException {
    var grade = finding.outcome().grade();
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute(
        "classname",
        printable(suite.replaceAll("\\.jsonl$", "") + "." + grade.question().kind()));
    xml.writeAttribute("name", printable(grade.question().id()));
    xml.writeAttribute(
        "time", String.format(Locale.ROOT, "%.4f", finding.outcome().reply().millis() / 1000));
    if (!grade.isRight()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", finding.lost() == null ? "wrong" : finding.lost().words());
      xml.writeAttribute("message", printable(String.join("; ", Faults.of(grade))));
      xml.writeCharacters(printable(grade.question().question() + "\n\n" + grade.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void writeThresholds(XMLStreamWriter xml) throws XMLStreamException {
    if (thresholds.isEmpty()) {
      return;
    }
    var scores = report.total();
    var missed = thresholds.stream().filter(threshold -> !threshold.isMetBy(scores)).toList();
    startSuite(xml, "thresholds", thresholds.size(), missed.size());
    for (var threshold : thresholds) {
      Measure measure = threshold.measure();
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", "thresholds");
      xml.writeAttribute("name", measure.key());
      if (missed.contains(threshold)) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", threshold.shortfall(scores));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeCharacters("\n ");
    xml.writeEndElement();
  }

  /// XML 1.0 has no place for most control characters, not even escaped.
  private static String printable(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "�");
  }
}
