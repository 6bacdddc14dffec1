package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import onrecord.bot.Examples;
import onrecord.bot.web.ApiClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every operation that the API describes is put to it, and what it says is held against what is
/// described.
@SpringBootTest(
    classes = ToolsServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "onrecord.api.curator-key=right")
class DescriptionTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final String DISCLOSURES = "/api/v1/disclosures";
  private static final String REPORT = DISCLOSURES + "/" + Examples.REPORT.id();
  private static final String QUESTION = "{\"question\": \"营业收入是多少？\"}";
  private static final String MESSAGES =
      "{\"model\": \"onrecord\", \"messages\": [{\"role\": \"user\", \"content\": \"营业收入是多少？\"}]}";

  @LocalServerPort int port;

  private ApiClient api;
  private JsonNode description;

  @BeforeEach
  void readDescription() {
    api = new ApiClient(port);
    description = api.get("/v3/api-docs").json();
  }

  /// An operation as described, and a real response of it.
  ///
  /// @param sent the JSON that was sent; empty where none was
  private record Call(
      String method, String path, String sent, int status, ApiClient.Response response) {}

  @Test
  void everyResponseIsAsDescribed() {
    var faults = new ArrayList<String>();
    var calls = calls();
    calls.forEach(call -> faults.addAll(faults(call)));
    assertThat(faults).isEmpty();
    assertThat(calls.stream().map(call -> call.method() + " " + call.path()).distinct().sorted())
        .as("every operation is called")
        .containsExactlyElementsOf(operations());
  }

  @Test
  void examplesAreAsDescribed() {
    var faults = new ArrayList<String>();
    for (var path : description.at("/paths").properties()) {
      for (var operation : path.getValue()) {
        for (var response : operation.path("responses")) {
          for (var content : response.path("content")) {
            for (var example : content.path("examples")) {
              faults.addAll(faults(content.path("schema"), example.path("value"), path.getKey()));
            }
          }
        }
      }
    }
    assertThat(description.toString()).contains("\"examples\"");
    assertThat(faults).isEmpty();
  }

  private List<Call> calls() {
    var calls = new ArrayList<Call>();
    calls.add(post("/api/v1/answers", "/api/v1/answers", QUESTION, 200));
    calls.add(post("/api/v1/answers", "/api/v1/answers", QUESTION.replace("？", "？请审核"), 202));
    calls.add(post("/api/v1/answers", "/api/v1/answers", "{\"question\": \"\"}", 400));
    calls.add(post("/api/v1/answers", "/api/v1/answers", "[", 400));
    calls.add(
        call(
            "post",
            "/api/v1/answers",
            QUESTION,
            200,
            api.post("/api/v1/answers", QUESTION, "Accept", "text/event-stream")));
    var answer = api.post("/api/v1/answers", QUESTION).json().at("/id").asString();
    calls.add(get("/api/v1/answers/{id}", "/api/v1/answers/" + answer, 200));
    calls.add(get("/api/v1/answers/{id}", "/api/v1/answers/none", 404));
    calls.add(
        post(
            "/api/v1/answers/{id}/feedback",
            "/api/v1/answers/" + answer + "/feedback",
            "{\"helpful\": false, \"comment\": \"…\"}",
            204));
    var charts = "/api/v1/answers/{id}/charts/{number}.svg";
    calls.add(get(charts, "/api/v1/answers/" + answer + "/charts/99.svg", 404));
    calls.add(get("/api/v1/corpus", "/api/v1/corpus", 200));
    calls.add(get("/api/v1/search", "/api/v1/search?q=revenue", 200));
    calls.add(get("/api/v1/search", "/api/v1/search?q=revenue&k=0", 400));
    calls.add(get(DISCLOSURES, DISCLOSURES, 200));
    calls.add(get(DISCLOSURES + "/{id}", REPORT, 200));
    calls.add(get(DISCLOSURES + "/{id}", DISCLOSURES + "/none", 404));
    calls.add(get(DISCLOSURES + "/{id}/passages", REPORT + "/passages", 200));
    calls.add(get(DISCLOSURES + "/{id}/find", REPORT + "/find?q=%E8%90%A5%E4%B8%9A", 200));
    calls.add(get(DISCLOSURES + "/{id}/original", REPORT + "/original", 200));
    calls.add(get(DISCLOSURES + "/{id}/pages/{page}.png", REPORT + "/pages/1.png", 200));
    calls.add(get(DISCLOSURES + "/{id}/pages/{page}.png", REPORT + "/pages/9.png", 404));
    calls.addAll(curating());
    calls.add(get("/v1/models", "/v1/models", 200));
    calls.add(get("/v1/models/{id}", "/v1/models/onrecord", 200));
    calls.add(get("/v1/models/{id}", "/v1/models/other", 404));
    calls.add(post("/v1/chat/completions", "/v1/chat/completions", MESSAGES, 200));
    calls.add(
        post(
            "/v1/chat/completions",
            "/v1/chat/completions",
            MESSAGES.replace("\"messages\"", "\"stream\": true, \"messages\""),
            200));
    calls.add(post("/v1/chat/completions", "/v1/chat/completions", "{\"messages\": []}", 400));
    return calls;
  }

  private List<Call> curating() {
    var calls = new ArrayList<Call>();
    String[] curator = {"Authorization", "Bearer right"};
    var draft = api.upload(DISCLOSURES, "description.md", "# 公告", "{}", curator);
    var path = draft.header("Location");
    calls.add(call("post", DISCLOSURES, "", 201, draft));
    for (var week : new String[] {"", "?day=2025-11-20"}) {
      calls.add(call("get", "/api/v1/weekly", "", 200, api.get("/api/v1/weekly" + week, curator)));
    }
    calls.add(get("/api/v1/weekly", "/api/v1/weekly", 401));
    calls.add(
        call(
            "post",
            DISCLOSURES,
            "",
            422,
            api.upload(DISCLOSURES, "damaged.pdf", "x", "", curator)));
    calls.add(call("post", DISCLOSURES, "", 401, api.upload(DISCLOSURES, "a.md", "x", "")));
    calls.add(
        call(
            "post",
            DISCLOSURES + "/{id}/publish",
            "{\"at\": null}",
            200,
            api.post(path + "/publish", "{\"at\": null}", curator)));
    calls.add(
        call(
            "post",
            DISCLOSURES + "/{id}/withdraw",
            "{\"reason\": \"误发\"}",
            200,
            api.post(path + "/withdraw", "{\"reason\": \"误发\"}", curator)));
    return calls;
  }

  private Call get(String described, String path, int status) {
    return call("get", described, "", status, api.get(path));
  }

  private Call post(String described, String path, String json, int status) {
    return call("post", described, json, status, api.post(path, json));
  }

  private static Call call(
      String method, String path, String sent, int status, ApiClient.Response response) {
    return new Call(method, path, sent, status, response);
  }

  private List<String> faults(Call call) {
    var name = "%s %s %d".formatted(call.method(), call.path(), call.status());
    var operation = description.path("paths").path(call.path()).path(call.method());
    var response = call.response();
    if (operation.isMissingNode() || response.status() != call.status()) {
      return List.of("%s: not described, or was %s".formatted(name, response.text()));
    }
    var faults = new ArrayList<String>();
    var status = String.valueOf(call.status());
    var described =
        operation
            .path("responses")
            .path(operation.path("responses").has(status) ? status : "default");
    var type = response.header("Content-Type").split(";")[0];
    if (call.status() == 204) {
      return described.has("content") ? List.of(name + ": content is described") : List.of();
    }
    var content = described.path("content");
    var schema = content.has(type) ? content.path(type) : content.path("*/*");
    if (schema.isMissingNode()) {
      return List.of("%s: %s is not among %s".formatted(name, type, content.propertyNames()));
    }
    if (type.endsWith("json")) {
      faults.addAll(faults(schema.path("schema"), response.json(), name));
    }
    if (call.status() < 300 && !call.sent().isEmpty()) {
      var body = operation.path("requestBody").path("content").path("application/json");
      faults.addAll(faults(body.path("schema"), JSON.readTree(call.sent()), name + " (request)"));
    }
    return faults;
  }

  /// A schema's references lead into the description.
  private List<String> faults(JsonNode schema, JsonNode value, String name) {
    var whole = ((ObjectNode) schema).deepCopy();
    whole.set("components", description.path("components"));
    return SCHEMAS.getSchema(whole).validate(value).stream()
        .map(fault -> "%s: %s".formatted(name, fault))
        .toList();
  }

  private TreeSet<String> operations() {
    var operations = new TreeSet<String>();
    for (var path : description.at("/paths").properties()) {
      path.getValue()
          .propertyNames()
          .forEach(method -> operations.add(method + " " + path.getKey()));
    }
    return operations;
  }

  @Test
  void anUnknownMethodAndTypeAreProblemsToo() {
    var type =
        api.send(
            api.request("/v1/chat/completions")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("a")));
    assertThat(type.status()).isEqualTo(415);
    assertThat(type.json().at("/error/type").asString()).isEqualTo("invalid_request_error");
  }
}
