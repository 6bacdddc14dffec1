package onrecord.bot.evaluation.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import onrecord.bot.evaluation.Place;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The disclosures of a running bot, fetched once each: where the passages of its evidence stand.
final class RemoteShelf {

  private static final int PAGE = 1_000;

  private record Shelved(Place place, String text) {}

  private final Function<String, Optional<JsonNode>> get;
  private final Map<String, Map<String, Shelved>> documents = new ConcurrentHashMap<>();

  /// @param get fetches a path; empty if nothing is there
  RemoteShelf(Function<String, Optional<JsonNode>> get) {
    this.get = get;
  }

  /// Where the passages of an answer's evidence stand; empty if that of any cannot be told.
  List<Place> found(JsonNode answer, @Nullable String asOf) {
    var places = new ArrayList<Place>();
    for (var evidence : answer.path("evidence")) {
      var id = evidence.path("passageId").asString("");
      var shelved = document(id.replaceFirst("#.*", ""), asOf).get(id);
      if (shelved == null) {
        return List.of();
      }
      places.add(shelved.place());
    }
    return places;
  }

  /// The texts at a place, of what is in force now.
  List<String> passagesAt(GoldPlace place) {
    return all("/api/v1/disclosures?size=100", 100).stream()
        .flatMap(one -> document(one.path("id").asString(""), null).values().stream())
        .filter(shelved -> shelved.place().isAt(place))
        .map(Shelved::text)
        .toList();
  }

  private Map<String, Shelved> document(String id, @Nullable String asOf) {
    return documents.computeIfAbsent(id, _ -> fetch(id, asOf));
  }

  private Map<String, Shelved> fetch(String id, @Nullable String asOf) {
    var query = asOf == null ? "" : "asOf=" + RemoteBot.encoded(asOf) + "&";
    var path = "/api/v1/disclosures/" + RemoteBot.encoded(id);
    var shelved = new LinkedHashMap<String, Shelved>();
    get.apply(path + "?" + query)
        .ifPresent(document ->
            all(path + "/passages?" + query + "size=" + PAGE, PAGE)
                .forEach(passage ->
                    shelved.put(passage.path("id").asString(""), shelved(document, passage))));
    return shelved;
  }

  private static Shelved shelved(JsonNode document, JsonNode passage) {
    return new Shelved(
        new Place(
            text(document.path("announcementNumber")),
            document.path("file").asString(""),
            text(passage.path("item")),
            passage.path("page").isNumber() ? List.of(passage.path("page").asInt()) : List.of()),
        passage.path("text").asString(""));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private List<JsonNode> all(String path, int size) {
    var items = new ArrayList<JsonNode>();
    for (int page = 0; page * size == items.size(); page++) {
      var fetched = get.apply(path + "&page=" + page);
      fetched.ifPresent(found -> found.path("items").forEach(items::add));
      if (fetched.isEmpty() || fetched.get().path("items").isEmpty()) {
        break;
      }
    }
    return items;
  }
}
