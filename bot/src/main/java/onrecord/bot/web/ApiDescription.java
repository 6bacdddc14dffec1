package onrecord.bot.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// What the API's description says besides what its controllers tell: whose it is, the curator's
/// key, and a whole answer as an example.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String EXAMPLE = "api/answer.json";
  private static final String PROBLEM = "Problem";
  private static final String PROBLEM_JSON = "application/problem+json";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("OnRecord")
                .version("1")
                .description(
                    "Answers investors from what a listed company has officially disclosed, with citations, and never with a forecast. Problems are given as application/problem+json (RFC 9457)."))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    WebSecurity.CURATOR,
                    new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  @Bean
  OpenApiCustomizer answerExample(JsonMapper json) throws IOException {
    var text = new ClassPathResource(EXAMPLE).getContentAsString(StandardCharsets.UTF_8);
    var answer = json.readValue(text, Object.class);
    return api ->
        api.getPaths().values().stream()
            .flatMap(path -> path.readOperations().stream())
            .flatMap(operation -> operation.getResponses().values().stream())
            .filter(response -> response.getContent() != null)
            .flatMap(response -> response.getContent().values().stream())
            .filter(ApiDescription::isAnswer)
            .forEach(content -> content.addExamples("answer", new Example().value(answer)));
  }

  /// What every operation says where it cannot do what was asked.
  @Bean
  OpenApiCustomizer describedProblems() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      operations(api, "/api/")
          .forEach(operation ->
              operation
                  .getResponses()
                  .setDefault(
                      new ApiResponse()
                          .description(
                              "What was wrong, and what to send instead: 400, 401, 403, 404, 405, 406, 409, 413, 415, 422, 429 or 503.")
                          .content(
                              content(
                                  PROBLEM_JSON,
                                  new JsonSchema().$ref("#/components/schemas/" + PROBLEM)))));
    };
  }

  /// The same answers as events, one after the other.
  @Bean
  OpenApiCustomizer describedStreams() {
    return api ->
        operations(api, "/api/")
            .flatMap(operation -> Stream.ofNullable(operation.getResponses().get("200")))
            .flatMap(response -> Stream.ofNullable(response.getContent()))
            .filter(content -> content.values().stream().anyMatch(ApiDescription::isAnswer))
            .forEach(content ->
                content.addMediaType(
                    org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE,
                    new MediaType()
                        .schema(
                            text()
                                .description(
                                    "Server-sent events with JSON as data, the last of them `answer`."))));
  }

  private static Stream<Operation> operations(OpenAPI api, String below) {
    return api.getPaths().entrySet().stream()
        .filter(path -> path.getKey().startsWith(below))
        .flatMap(path -> path.getValue().readOperations().stream());
  }

  private static Content content(String type, Schema<?> schema) {
    return new Content().addMediaType(type, new MediaType().schema(schema));
  }

  private static Schema<?> problem() {
    var schema = new JsonSchema().types(Set.of("object"));
    schema.description("A problem in the sense of RFC 9457; more members may say where it lies.");
    schema.addProperty("type", text());
    schema.addProperty("title", text());
    schema.addProperty("status", new JsonSchema().types(Set.of("integer")));
    schema.addProperty("detail", text().description("What to do, in words."));
    schema.addProperty("instance", text());
    schema.addProperty("field", text().description("The field or parameter at fault."));
    schema.required(List.of("title", "status", "detail"));
    return schema;
  }

  private static Schema<?> text() {
    return new JsonSchema().types(Set.of("string"));
  }

  private static boolean isAnswer(MediaType content) {
    return content.getSchema() != null
        && String.valueOf(content.getSchema().get$ref()).endsWith("/AnswerView");
  }
}
