package onrecord.bot.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.bot.Verdict;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Questions to score answers by, one JSON object a line.
public record Suite(String name, List<SuiteQuestion> questions) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Suite {
    questions = List.copyOf(questions);
  }

  /// Reads suites, all of them before anything is asked.
  ///
  /// @throws BrokenSuiteException naming every line that cannot be read, of all files
  public static List<Suite> readAll(List<Path> files) {
    var problems = new ArrayList<String>();
    var suites = files.stream().map(file -> read(file, problems)).toList();
    if (!problems.isEmpty()) {
      throw new BrokenSuiteException(problems);
    }
    return suites;
  }

  private static Suite read(Path file, List<String> problems) {
    var questions = new LinkedHashMap<String, SuiteQuestion>();
    var lines = lines(file, problems);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        var question = question(JSON.readTree(lines.get(i)));
        if (questions.putIfAbsent(question.id(), question) != null) {
          throw new IllegalArgumentException("the id '" + question.id() + "' stands there twice");
        }
      } catch (JacksonException notJson) {
        problems.add(file + ":" + (i + 1) + ": not JSON: " + notJson.getOriginalMessage());
      } catch (IllegalArgumentException wrong) {
        problems.add(file + ":" + (i + 1) + ": " + wrong.getMessage());
      }
    }
    return new Suite(String.valueOf(file.getFileName()), List.copyOf(questions.values()));
  }

  private static List<String> lines(Path file, List<String> problems) {
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

  private static SuiteQuestion question(JsonNode node) {
    return new SuiteQuestion(
        required(node, "id"),
        required(node, "question"),
        text(node, "lang", "zh"),
        text(node, "kind", "question"),
        optional(node, "asOf"),
        optional(node, "issuer"),
        strings(node.path("conversation")),
        verdicts(node.path("verdict")),
        facts(node.path("facts")),
        strings(node.path("forbidden")),
        places(node.path("citations")));
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
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  private static List<String> strings(JsonNode node) {
    if (node.isString()) {
      return List.of(node.asString());
    }
    var strings = new ArrayList<String>();
    node.forEach(one -> strings.add(one.asString()));
    return strings;
  }

  private static Set<Verdict> verdicts(JsonNode node) {
    var verdicts = new LinkedHashSet<Verdict>();
    for (var name : strings(node)) {
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
    node.forEach(fact -> facts.add(strings(fact)));
    return facts;
  }

  private static List<GoldPlace> places(JsonNode node) {
    var places = new ArrayList<GoldPlace>();
    node.forEach(place ->
        places.add(
            new GoldPlace(
                optional(place, "announcementNumber"),
                optional(place, "file"),
                optional(place, "item"),
                pages(place.path("page")))));
    return places;
  }

  private static List<Integer> pages(JsonNode node) {
    if (node.isNumber()) {
      return List.of(node.asInt());
    }
    var pages = new ArrayList<Integer>();
    node.forEach(page -> pages.add(page.asInt()));
    return pages;
  }
}
