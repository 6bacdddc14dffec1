package onrecord.bot.evaluation.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import onrecord.bot.evaluation.importing.JsonFile.Line;
import tools.jackson.databind.JsonNode;

/// FinanceBench: questions on filings of US companies, with answers in prose and evidence pages.
///
/// Pages are counted from 0 in the published file (`evidence_page_num`), and from 1 in copies that
/// say `page`.
final class FinanceBench {

  private FinanceBench() {}

  static Imported read(Path path) {
    var file = Files.isDirectory(path) ? path.resolve("questions.jsonl") : path;
    return Imported.of(
        new JsonFile(file)
            .lines().stream()
                .map(line ->
                    Gold.stated(line.required("answer"))
                        .at(places(line))
                        .question(id(line), kind(line), line.required("question")))
                .toList());
  }

  private static String id(Line line) {
    var id = line.optional("financebench_id");
    return id == null ? line.required("id") : id;
  }

  private static String kind(Line line) {
    for (var field : List.of("question_reasoning", "reasoning", "question_type")) {
      var kind = line.optional(field);
      if (kind != null && !kind.isBlank()) {
        return kind.toLowerCase(Locale.ROOT);
      }
    }
    return "financebench";
  }

  private static List<GoldPlace> places(Line line) {
    var places = new ArrayList<GoldPlace>();
    for (var evidence : line.json().path("evidence")) {
      var page = page(evidence);
      places.add(
          GoldPlace.at(
              new Spot(
                  null, document(line, evidence), null, page < 1 ? List.of() : List.of(page), null, null)));
    }
    return places.stream().distinct().toList();
  }

  private static int page(JsonNode evidence) {
    return evidence.path("evidence_page_num").isNumber()
        ? evidence.path("evidence_page_num").asInt() + 1
        : evidence.path("page").asInt(0);
  }

  private static String document(Line line, JsonNode evidence) {
    for (var field : List.of("file", "doc_name", "evidence_doc_name")) {
      if (evidence.path(field).isString()) {
        return withEnding(evidence.path(field).asString());
      }
    }
    return withEnding(line.required("doc_name"));
  }

  private static String withEnding(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? name : name + ".pdf";
  }
}
