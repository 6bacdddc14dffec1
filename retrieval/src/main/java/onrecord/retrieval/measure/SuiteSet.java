package onrecord.retrieval.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.corpus.Corpus;
import onrecord.corpus.PassageId;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an evaluation suite, one JSON object a line, as questions about a corpus: what should be
/// found is each place that `citations` names.
final class SuiteSet {

  private static final JsonMapper JSON = new JsonMapper();

  private SuiteSet() {}

  /// @param now the instant of questions that state none
  static QuestionSet read(Path suite, Corpus corpus, Instant now) throws IOException {
    var questions = new ArrayList<Judged>();
    try (var lines = Files.lines(suite)) {
      lines
          .filter(line -> !line.isBlank())
          .map(line -> question(JSON.readTree(line), now))
          .filter(question -> !question.gold().isEmpty())
          .forEach(questions::add);
    }
    var name = String.valueOf(suite.getFileName()).replaceFirst("\\.jsonl$", "");
    return new QuestionSet(name, corpus, questions, id -> places(corpus, id));
  }

  private static Judged question(JsonNode line, Instant now) {
    var asOf = line.path("asOf").asString("");
    var issuer = line.path("issuer").asString("");
    return new Judged(
        line.path("id").asString(""),
        line.path("question").asString(""),
        asOf.isEmpty() ? now : OffsetDateTime.parse(asOf).toInstant(),
        issuer.isEmpty() ? null : new SecuritiesCode(issuer),
        citations(line).values().stream().map(SuiteSet::gold).toList());
  }

  /// FinanceBench's questions name them so.
  private static JsonNode citations(JsonNode line) {
    return line.has("citations") ? line.path("citations") : line.path("evidence");
  }

  private static Gold gold(JsonNode citation) {
    var document = citation.path("file").asString(citation.path("announcementNumber").asString(""));
    var item = citation.path("item").asString("");
    if (!item.isEmpty()) {
      return new Gold(Set.of(item(document, item)), 1);
    }
    var page = citation.path("page");
    var pages = page.isArray() ? page.values() : List.of(page);
    var places = new LinkedHashSet<String>();
    pages.forEach(
        each -> places.add(each.isMissingNode() ? document : page(document, each.asInt())));
    return new Gold(places, 1);
  }

  /// A passage stands in its document, on its pages or under its item.
  private static Set<String> places(Corpus corpus, PassageId id) {
    var passage = corpus.passage(id).orElseThrow();
    var disclosure = corpus.disclosure(id.disclosure()).orElseThrow();
    var places = new LinkedHashSet<String>();
    for (var document : documents(disclosure.file(), disclosure.announcementNumber())) {
      if (passage.item() != null) {
        places.add(item(document, passage.item()));
      } else if (passage.page() == null) {
        places.add(document);
      }
      passage
          .boxes(0, passage.text().length())
          .forEach(box -> places.add(page(document, box.page())));
    }
    return places;
  }

  private static List<String> documents(String file, @Nullable String number) {
    return number == null ? List.of(file) : List.of(file, number);
  }

  private static String page(String document, int page) {
    return document + " page " + page;
  }

  private static String item(String document, String item) {
    return document + " item " + item;
  }
}
