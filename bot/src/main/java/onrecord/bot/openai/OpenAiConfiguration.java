package onrecord.bot.openai;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.bot.web.TranslatedProblems;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/// How the endpoint of chat completions fits in.
@Configuration(proxyBeanMethods = false)
class OpenAiConfiguration {

  private static final String PATH = "/v1";

  @Bean
  FilterRegistrationBean<TranslatedProblems> completionProblems() {
    return TranslatedProblems.below(PATH, CompletionProblem::of);
  }

  /// What this part of the API says of itself besides what its controller tells.
  @Bean
  OpenApiCustomizer completionDescription() {
    return api -> {
      ModelConverters.getInstance(true)
          .readAll(CompletionProblem.class)
          .forEach(api.getComponents()::addSchemas);
      operations(api, PATH + "/")
          .forEach(operation -> operation.getResponses().setDefault(problem()));
      operations(api, PATH + "/chat/completions")
          .flatMap(operation -> Stream.ofNullable(operation.getResponses().get("200")))
          .map(ApiResponse::getContent)
          .forEach(content ->
              content.addMediaType(
                  MediaType.TEXT_EVENT_STREAM_VALUE,
                  content(
                      new JsonSchema()
                          .types(Set.of("string"))
                          .description("Chunks as server-sent events, then `data: [DONE]`."))));
    };
  }

  private static Stream<Operation> operations(OpenAPI api, String below) {
    return api.getPaths().entrySet().stream()
        .filter(path -> path.getKey().startsWith(below))
        .flatMap(path -> path.getValue().readOperations().stream());
  }

  private static ApiResponse problem() {
    var schema = new JsonSchema().$ref("#/components/schemas/CompletionProblem");
    return new ApiResponse()
        .description("What was wrong, as clients of chat completions read it.")
        .content(new Content().addMediaType(MediaType.APPLICATION_JSON_VALUE, content(schema)));
  }

  private static io.swagger.v3.oas.models.media.MediaType content(Schema<?> schema) {
    return new io.swagger.v3.oas.models.media.MediaType().schema(schema);
  }
}
