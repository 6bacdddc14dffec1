package onrecord.bot.evaluation;

import java.util.List;
import java.util.Optional;
import onrecord.bot.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a bot gave for a question.
///
/// @param answer as the JSON API shows it; an object with an `error` where there is none
/// @param millis from the question to the whole answer
/// @param found where the passages of its evidence stand, in their order; empty where that is not
///   known
public record Reply(JsonNode answer, double millis, List<Place> found) {

  public Reply {
    found = List.copyOf(found);
  }

  /// No answer, and why.
  public static Reply failed(String error, double millis) {
    return new Reply(
        JsonMapper.shared().createObjectNode().put("error", error), millis, List.of());
  }

  /// The answer's verdict; empty where there is no answer.
  public Optional<Verdict> verdict() {
    return Optional.of(answer.path("verdict").asString(""))
        .filter(name -> !name.isEmpty())
        .map(Verdict::valueOf);
  }

  /// Why there is no answer; empty where there is one.
  public String error() {
    return answer.path("error").asString("");
  }
}
