package onrecord.bot.evaluation;

import java.util.List;
import onrecord.bot.evaluation.SuiteQuestion.GoldPlace;
import onrecord.bot.evaluation.SuiteQuestion.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a citation or a found passage stands.
///
/// @param announcementNumber the disclosure's number, if it bears one
/// @param file the original's name
/// @param item the question's number in a record, if it is one
/// @param pages on which it stands; empty where the format has none
public record Place(
    @Nullable String announcementNumber, String file, @Nullable String item, List<Integer> pages) {

  public Place {
    pages = List.copyOf(pages);
  }

  /// Of a citation as the JSON API shows it.
  static Place ofCitation(JsonNode citation) {
    var disclosure = citation.path("disclosure");
    var locator = citation.path("locator");
    return new Place(
        optional(disclosure.path("announcementNumber")),
        disclosure.path("file").asString(""),
        optional(locator.path("item")),
        locator.path("page").isNumber() ? List.of(locator.path("page").asInt()) : List.of());
  }

  private static @Nullable String optional(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString() : null;
  }

  /// Whether it is at any of the spots of a gold place.
  public boolean isAt(GoldPlace gold) {
    return gold.spots().stream().anyMatch(this::isAt);
  }

  private boolean isAt(Spot spot) {
    boolean samePage = spot.pages().isEmpty() || pages.stream().anyMatch(spot.pages()::contains);
    return isIn(spot) && samePage && (spot.item() == null || spot.item().equals(item));
  }

  /// Whether it is in the disclosure of a spot.
  public boolean isIn(Spot spot) {
    if (spot.file() != null) {
      return spot.file().equals(file);
    }
    return announcementNumber != null
        && spot.announcementNumber() != null
        && Print.compact(announcementNumber).equals(Print.compact(spot.announcementNumber()));
  }
}
