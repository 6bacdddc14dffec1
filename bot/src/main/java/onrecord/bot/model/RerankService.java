package onrecord.bot.model;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A scoring service in the form that Jina's and Cohere's have, and that local servers speak too:
/// `{"query", "documents"}` in, `{"results": [{"index", "relevance_score"}]}` out, in any order.
record RerankService(HttpClient http, URI url, @Nullable String key, @Nullable String name)
    implements ScoringModel {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// @throws IllegalStateException if the service does not score each passage
  @Override
  public Response<List<Double>> scoreAll(List<TextSegment> passages, String question) {
    var request =
        HttpRequest.builder()
            .method(HttpMethod.POST)
            .url(url.toString().replaceFirst("/$", "") + "/rerank")
            .addHeader("Content-Type", "application/json")
            .body(body(passages, question));
    if (key != null) {
      request.addHeader("Authorization", "Bearer " + key);
    }
    return Response.from(scores(http.execute(request.build()).body(), passages.size()));
  }

  private String body(List<TextSegment> passages, String question) {
    var body = JSON.createObjectNode().put("query", question).put("top_n", passages.size());
    if (name != null) {
      body.put("model", name);
    }
    var documents = body.put("return_documents", false).putArray("documents");
    passages.forEach(passage -> documents.add(passage.text()));
    return body.toString();
  }

  private static List<Double> scores(String reply, int count) {
    var scores = new Double[count];
    try {
      for (var result : JSON.readTree(reply).path("results").values()) {
        var index = result.path("index").asInt(-1);
        if (index >= 0 && index < count && result.path("relevance_score").isNumber()) {
          scores[index] = result.path("relevance_score").asDouble();
        }
      }
    } catch (JacksonException broken) {
      throw new IllegalStateException("The scoring service's reply is no JSON", broken);
    }
    if (Arrays.asList(scores).contains(null)) {
      throw new IllegalStateException("The scoring service did not score each passage");
    }
    return List.of(scores);
  }
}
