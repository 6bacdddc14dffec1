package onrecord.bot.evaluation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldFigure;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Span;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a suite and collects all that is wrong with it, each with its line.
final class SuiteReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Within which a stated figure counts as the gold one where the suite does not say: what
  /// rounding to 万元 or 亿元 with two decimals changes.
  private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

  private final Path file;
  private final List<String> problems;

  SuiteReader(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  Suite read() {
    var questions = new LinkedHashMap<String, SuiteQuestion>();
    var lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        readLine(i + 1, lines.get(i), questions);
      }
    }
    return new Suite(String.valueOf(file.getFileName()), List.copyOf(questions.values()));
  }

  private void readLine(int number, String line, LinkedHashMap<String, SuiteQuestion> questions) {
    try {
      var question = question(JSON.readTree(line));
      if (questions.putIfAbsent(question.id(), question) != null) {
        throw new IllegalArgumentException("the id '" + question.id() + "' stands there twice");
      }
    } catch (JacksonException notJson) {
      problems.add(file + ":" + number + ": not JSON: " + notJson.getOriginalMessage());
    } catch (IllegalArgumentException wrong) {
      problems.add(file + ":" + number + ": " + wrong.getMessage());
    }
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      problems.add(file + ": there is no such file");
    } catch (CharacterCodingException notUtf8) {
      problems.add(file + ": not UTF-8");
    } catch (IOException unreadable) {
      problems.add(file + ": cannot be read: " + unreadable.getMessage());
    }
    return List.of();
  }

  /// @throws IllegalArgumentException that says what is wrong
  static SuiteQuestion question(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    return new SuiteQuestion(
        required(node, "id"),
        askable(required(node, "question"), "question"),
        text(node, "lang", "zh"),
        text(node, "kind", "question"),
        instant(optional(node, "asOf")),
        optional(node, "issuer"),
        strings(node.path("conversation"), "conversation").stream()
            .map(earlier -> askable(earlier, "conversation"))
            .toList(),
        verdicts(node.path("verdict")),
        facts(node.path("facts")),
        strings(node.path("forbidden"), "forbidden"),
        places(node.path("citations")),
        figures(node.path("figures")),
        optional(node, "group"),
        optional(node, "variant"));
  }

  private static String askable(String text, String field) {
    try {
      Question.of(text, Instant.EPOCH);
      return text;
    } catch (InvalidQuestionException unreadable) {
      throw new IllegalArgumentException(
          "'" + field + "' cannot be asked: " + unreadable.getMessage(), unreadable);
    }
  }

  private static @Nullable String instant(@Nullable String asOf) {
    if (asOf == null) {
      return null;
    }
    try {
      OffsetDateTime.parse(asOf);
      return asOf;
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(
          "'asOf' is no time with an offset, such as 2025-11-20T09:00:00+08:00: " + asOf, invalid);
    }
  }

  private static String required(JsonNode node, String field) {
    var value = optional(node, field);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("lacks the field '" + field + "'");
    }
    return value;
  }

  private static String text(JsonNode node, String field, String otherwise) {
    var value = optional(node, field);
    return value == null ? otherwise : value;
  }

  private static @Nullable String optional(JsonNode node, String field) {
    var value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new IllegalArgumentException("'" + field + "' must be a string");
    }
    return value.asString();
  }

  private static List<String> strings(JsonNode node, String field) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (node.isValueNode()) {
      return List.of(node.asString());
    }
    var strings = new ArrayList<String>();
    for (var one : node) {
      if (!node.isArray() || !one.isValueNode()) {
        throw new IllegalArgumentException("'" + field + "' must be a list of strings");
      }
      strings.add(one.asString());
    }
    return strings;
  }

  private static Set<Verdict> verdicts(JsonNode node) {
    var verdicts = new LinkedHashSet<Verdict>();
    for (var name : strings(node, "verdict")) {
      try {
        verdicts.add(Verdict.valueOf(name));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException(
            "unknown verdict '" + name + "'; known: " + List.of(Verdict.values()), unknown);
      }
    }
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("lacks the field 'verdict'");
    }
    return verdicts;
  }

  private static List<List<String>> facts(JsonNode node) {
    var facts = new ArrayList<List<String>>();
    for (var fact : list(node, "facts")) {
      var equivalents = strings(fact, "facts");
      if (equivalents.isEmpty()) {
        throw new IllegalArgumentException("'facts' holds an empty list");
      }
      facts.add(equivalents);
    }
    return facts;
  }

  private static List<GoldPlace> places(JsonNode node) {
    var places = new ArrayList<GoldPlace>();
    for (var place : list(node, "citations")) {
      places.add(new GoldPlace(spots(place)));
    }
    return places;
  }

  private static List<Spot> spots(JsonNode place) {
    if (!place.isArray()) {
      return List.of(spot(place));
    }
    var spots = new ArrayList<Spot>();
    place.forEach(one -> spots.add(spot(one)));
    if (spots.isEmpty()) {
      throw new IllegalArgumentException("'citations' holds an empty list");
    }
    return spots;
  }

  private static Spot spot(JsonNode node) {
    var number = optional(node, "announcementNumber");
    var file = optional(node, "file");
    if (number == null && file == null) {
      throw new IllegalArgumentException(
          "a citation must name an 'announcementNumber' or a 'file'");
    }
    return new Spot(
        number,
        file,
        optional(node, "item"),
        pages(node.path("page")),
        optional(node, "row"),
        optional(node, "column"));
  }

  private static List<Integer> pages(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    var pages = new ArrayList<Integer>();
    for (var page : node.isArray() ? node : List.of(node)) {
      if (!page.isIntegralNumber() || page.asInt() < 1) {
        throw new IllegalArgumentException("'page' must be a number from 1, or a list of such");
      }
      pages.add(page.asInt());
    }
    return pages;
  }

  private static List<GoldFigure> figures(JsonNode node) {
    var figures = new ArrayList<GoldFigure>();
    for (var figure : list(node, "figures")) {
      figures.add(
          new GoldFigure(
              decimal(required(figure, "value"), "value"),
              text(figure, "unit", ""),
              span(figure.path("period")),
              decimal(text(figure, "tolerance", TOLERANCE.toPlainString()), "tolerance")));
    }
    return figures;
  }

  private static @Nullable Span span(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      return new Span(
          LocalDate.parse(required(node, "from")), LocalDate.parse(required(node, "to")));
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(
          "'period' needs the days 'from' and 'to', such as 2025-01-01", invalid);
    }
  }

  private static BigDecimal decimal(String text, String field) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException invalid) {
      throw new IllegalArgumentException("'" + field + "' must be a number: " + text, invalid);
    }
  }

  private static Iterable<JsonNode> list(JsonNode node, String field) {
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException("'" + field + "' must be a list");
    }
    return node;
  }
}
