package onrecord.bot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads no more of a body than a request can need. Files that are handed in have a limit of their
/// own, `spring.servlet.multipart.max-file-size`.
@Component
final class BodyLimit extends OncePerRequestFilter {

  /// Room for the longest question with every character escaped, and its conversation.
  static final int LARGEST = 256 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LARGEST) {
      ProblemWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, ExceededException.MESSAGE);
      return;
    }
    chain.doFilter(new LimitedRequest(request), response);
  }

  /// More came than is read.
  static final class ExceededException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final String MESSAGE =
        "The body is larger than %,d bytes. Please shorten it.".formatted(LARGEST);

    ExceededException() {
      super(MESSAGE);
    }

    /// The one that caused a failure, if one did.
    static @Nullable Throwable in(Throwable failure) {
      Throwable cause = failure;
      while (cause != null && !(cause instanceof ExceededException)) {
        cause = cause.getCause();
      }
      return cause;
    }
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private @Nullable LimitedStream stream;

    LimitedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (stream == null) {
        stream = new LimitedStream(super.getInputStream());
      }
      return stream;
    }
  }

  private static final class LimitedStream extends ServletInputStream {

    private final ServletInputStream body;
    private int left = LARGEST;

    LimitedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      var read = body.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = body.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws ExceededException {
      left -= read;
      if (left < 0) {
        throw new ExceededException();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
