package onrecord.bot.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events, written as they happen by the request's own thread.
///
/// An asker who went away stops nothing: the answer is completed and stored.
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private final HttpServletResponse response;
  private final JsonMapper json;
  private boolean gone;

  EventStream(HttpServletResponse response, JsonMapper json) {
    this.response = response;
    this.json = json;
  }

  void send(String event, Object data) {
    if (gone) {
      return;
    }
    try {
      open();
      var message = "event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n";
      response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
    } catch (IOException away) {
      gone = true;
    }
  }

  /// Whether somebody still listens, as far as is known.
  boolean isHeard() {
    return !gone;
  }

  /// Says nothing, so that nobody on the way takes the line for dead.
  void keepOpen() {
    try {
      response.getOutputStream().write(":\n\n".getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
    } catch (IOException away) {
      gone = true;
    }
  }

  /// Hands a failure on while nothing is sent yet; later it is an event of its own.
  void fail(RuntimeException failure) {
    if (!response.isCommitted()) {
      throw failure;
    }
    LOG.error("An answer failed while it was streamed", failure);
    send(
        "error",
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "The answer could not be completed. Please ask again."));
  }

  private void open() {
    if (response.getContentType() == null) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      // Proxies would otherwise hold the events back until the last.
      response.setHeader("X-Accel-Buffering", "no");
    }
  }
}
