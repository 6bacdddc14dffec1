package onrecord.bot.openai;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events without names, as clients of chat completions read them.
final class ChunkStream implements OpenResponse {

  private static final String DONE = "[DONE]";

  private final HttpServletResponse response;
  private final JsonMapper json;

  ChunkStream(HttpServletResponse response, JsonMapper json) {
    this.response = response;
    this.json = json;
  }

  /// @throws IOException if the client has gone away
  void send(Object chunk) throws IOException {
    write("data: " + json.writeValueAsString(chunk) + "\n\n");
  }

  @Override
  public void keepOpen() throws IOException {
    write(":\n\n");
  }

  /// @throws IOException if the client has gone away
  void end() throws IOException {
    write("data: " + DONE + "\n\n");
  }

  @Override
  public boolean hasBegun() {
    return response.isCommitted();
  }

  @Override
  public void fail(CompletionProblem problem) throws IOException {
    send(problem);
  }

  private void write(String event) throws IOException {
    if (response.getContentType() == null) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      // Proxies would otherwise hold the events back until the last.
      response.setHeader("X-Accel-Buffering", "no");
    }
    response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
