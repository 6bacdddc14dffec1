package onrecord.bot.openai;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A completion in one piece. Where it takes a while, empty lines stand before it, which JSON does
/// not mind; a failure after the first of them is told in the body alone.
final class WholeBody implements OpenResponse {

  private final HttpServletResponse response;
  private final JsonMapper json;

  WholeBody(HttpServletResponse response, JsonMapper json) {
    this.response = response;
    this.json = json;
  }

  @Override
  public void keepOpen() throws IOException {
    write("\n");
  }

  @Override
  public boolean hasBegun() {
    return response.isCommitted();
  }

  @Override
  public void fail(CompletionProblem problem) throws IOException {
    write(json.writeValueAsString(problem));
  }

  private void write(String text) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
