package onrecord.bot.evaluation;

import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A question as a line of a suite. What is not said is left out.
public final class SuiteLine {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SuiteLine() {}

  /// @throws IllegalArgumentException that says what is wrong with it
  public static SuiteQuestion read(JsonNode line) {
    return SuiteReader.question(line);
  }

  /// As one line of text, which [Suite#readAll] reads again.
  public static String text(SuiteQuestion question) {
    return JSON.writeValueAsString(of(question));
  }

  /// As a JSON object.
  public static ObjectNode of(SuiteQuestion question) {
    var line = JSON.createObjectNode();
    line.put("id", question.id());
    line.put("question", question.question());
    line.put("lang", question.lang());
    line.put("kind", question.kind());
    if (question.asOf() != null) {
      line.put("asOf", question.asOf());
    }
    if (question.issuer() != null) {
      line.put("issuer", question.issuer());
    }
    if (question.group() != null) {
      line.put("group", question.group());
    }
    if (question.variant() != null) {
      line.put("variant", question.variant());
    }
    if (!question.conversation().isEmpty()) {
      question.conversation().forEach(line.putArray("conversation")::add);
    }
    putVerdicts(line, question.verdicts());
    putFacts(line, question.facts());
    if (!question.forbidden().isEmpty()) {
      question.forbidden().forEach(line.putArray("forbidden")::add);
    }
    putCitations(line, question.citations());
    putFigures(line, question.figures());
    return line;
  }

  private static void putVerdicts(ObjectNode line, Set<Verdict> verdicts) {
    if (verdicts.size() == 1) {
      line.put("verdict", verdicts.iterator().next().name());
    } else {
      var array = line.putArray("verdict");
      verdicts.forEach(verdict -> array.add(verdict.name()));
    }
  }

  private static void putFacts(ObjectNode line, List<List<String>> facts) {
    if (facts.isEmpty()) {
      return;
    }
    var array = line.putArray("facts");
    for (var fact : facts) {
      if (fact.size() == 1) {
        array.add(fact.getFirst());
      } else {
        fact.forEach(array.addArray()::add);
      }
    }
  }

  private static void putCitations(ObjectNode line, List<GoldPlace> places) {
    if (places.isEmpty()) {
      return;
    }
    var array = line.putArray("citations");
    for (var place : places) {
      if (place.spots().size() == 1) {
        put(array.addObject(), place.spots().getFirst());
      } else {
        var spots = array.addArray();
        place.spots().forEach(spot -> put(spots.addObject(), spot));
      }
    }
  }

  private static void put(ObjectNode node, Spot spot) {
    if (spot.announcementNumber() != null) {
      node.put("announcementNumber", spot.announcementNumber());
    }
    if (spot.file() != null) {
      node.put("file", spot.file());
    }
    if (spot.item() != null) {
      node.put("item", spot.item());
    }
    putPages(node, spot.pages());
    if (spot.row() != null) {
      node.put("row", spot.row());
    }
    if (spot.column() != null) {
      node.put("column", spot.column());
    }
  }

  private static void putPages(ObjectNode node, List<Integer> pages) {
    if (pages.size() == 1) {
      node.put("page", pages.getFirst());
    } else if (!pages.isEmpty()) {
      ArrayNode array = node.putArray("page");
      pages.forEach(array::add);
    }
  }

  private static void putFigures(ObjectNode line, List<GoldFigure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    var array = line.putArray("figures");
    for (var figure : figures) {
      var node = array.addObject();
      node.put("value", figure.value().toPlainString());
      node.put("unit", figure.unit());
      if (figure.period() != null) {
        node.putObject("period")
            .put("from", figure.period().from().toString())
            .put("to", figure.period().to().toString());
      }
      node.put("tolerance", figure.tolerance().toPlainString());
    }
  }
}
