package onrecord.bot.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells the problems of some addresses in the form of another protocol: whatever refuses a request
/// there, from the first filter to the controller, is heard as that protocol's clients expect.
public final class TranslatedProblems extends OncePerRequestFilter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String path;
  private final Tongue tongue;

  private TranslatedProblems(String path, Tongue tongue) {
    this.path = path;
    this.tongue = tongue;
  }

  /// Puts a problem in a protocol's words.
  @FunctionalInterface
  public interface Tongue {

    /// @param problem in the sense of RFC 9457
    /// @return what is written as JSON in its place
    Object say(int status, JsonNode problem);
  }

  /// Around all other filters.
  ///
  /// @param path of what speaks so, and all below it
  public static FilterRegistrationBean<TranslatedProblems> below(String path, Tongue tongue) {
    var registration = new FilterRegistrationBean<>(new TranslatedProblems(path, tongue));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return registration;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var asked = failed == null ? request.getRequestURI() : failed;
    return !asked.equals(path) && !asked.startsWith(path + "/");
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var heard = new Heard(response);
    chain.doFilter(request, heard);
    var problem = heard.problem();
    if (problem != null && !response.isCommitted()) {
      var said = tongue.say(response.getStatus(), JSON.readTree(problem));
      var body = JSON.writeValueAsBytes(said);
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  /// A response that keeps a problem back.
  private static final class Heard extends HttpServletResponseWrapper {

    private @Nullable Kept kept;

    Heard(HttpServletResponse response) {
      super(response);
    }

    byte @Nullable [] problem() {
      return kept == null ? null : kept.bytes.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      var type = getContentType();
      if (type == null || !type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
        return super.getOutputStream();
      }
      if (kept == null) {
        kept = new Kept();
      }
      return kept;
    }

    @Override
    public void flushBuffer() throws IOException {
      if (kept == null) {
        super.flushBuffer();
      }
    }
  }

  private static final class Kept extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int written) {
      bytes.write(written);
    }

    @Override
    public void write(byte[] written, int offset, int length) {
      bytes.write(written, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("A problem is written at once");
    }
  }
}
