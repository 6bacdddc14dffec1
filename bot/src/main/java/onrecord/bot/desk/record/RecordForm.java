package onrecord.bot.desk.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.prompts.Phrasebook;

/// The words of a record in their customary places, whatever the file is that they are written to.
///
/// @param heading the line above the title: code, short name, number
/// @param rows of the table: what it is, and what is said of it, a paragraph an element
record RecordForm(String heading, String title, List<Row> rows) {

  private static final String TICKED = "√";
  private static final String NOT_TICKED = "□";

  record Row(String label, List<String> paragraphs) {}

  static RecordForm of(ActivityRecord record, Phrasebook words) {
    return new RecordForm(
        words.label(
            "record.heading",
            Map.of("code", record.code(), "name", record.shortName(), "number", record.number())),
        words.label("record.title", Map.of("company", record.companyName())),
        List.of(
            new Row(words.label("record.kinds"), List.of(kinds(record, words))),
            new Row(words.label("record.participants"), List.of(record.participants())),
            new Row(words.label("record.time"), List.of(record.time())),
            new Row(words.label("record.place"), List.of(record.place())),
            new Row(words.label("record.hosts"), List.of(record.hosts())),
            new Row(words.label("record.content"), exchanges(record, words)),
            new Row(words.label("record.date"), List.of(record.date().toString()))));
  }

  private static String kinds(ActivityRecord record, Phrasebook words) {
    return Arrays.stream(ActivityRecord.Kind.values())
        .map(kind ->
            (record.kinds().contains(kind) ? TICKED : NOT_TICKED)
                + words.label("record.kind." + kind))
        .collect(Collectors.joining("  "));
  }

  private static List<String> exchanges(ActivityRecord record, Phrasebook words) {
    var paragraphs = new ArrayList<String>();
    for (var exchange : record.exchanges()) {
      var number = String.valueOf(record.exchanges().indexOf(exchange) + 1);
      paragraphs.add(
          words.label(
              "record.question", Map.of("number", number, "question", exchange.question())));
      var answer = exchange.answer().lines().filter(line -> !line.isBlank()).toList();
      paragraphs.add(
          words.label(
              "record.answer", Map.of("answer", answer.isEmpty() ? "" : answer.getFirst())));
      answer.stream().skip(1).forEach(paragraphs::add);
      paragraphs.addAll(exchange.sources());
      paragraphs.add("");
    }
    return paragraphs;
  }
}
