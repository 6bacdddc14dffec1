package onrecord.bot.evaluation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a bot gave for a question.
///
/// @param answer as the JSON API shows it
/// @param millis from the question to the whole answer
/// @param found where the passages of its evidence stand, in their order; empty where that is not
///   known
public record Reply(JsonNode answer, double millis, List<Place> found) {

  public Reply {
    found = List.copyOf(found);
  }
}
