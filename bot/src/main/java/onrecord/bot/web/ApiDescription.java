package onrecord.bot.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static boolean isAnswer(MediaType content) {
    return content.getSchema() != null
        && String.valueOf(content.getSchema().get$ref()).endsWith("/AnswerView");
  }
}
