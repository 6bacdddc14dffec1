package onrecord.bot.mcp;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;

/// The protocol's servlet, whose server is made when it is first spoken to: to describe the tools
/// takes a good part of a second, and many never call them.
final class LazyServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Servlet servlet;
  private final transient Runnable making;

  /// @param making makes the server, or finds it made
  LazyServlet(Servlet servlet, Runnable making) {
    this.servlet = servlet;
    this.making = making;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    servlet.init(config);
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    making.run();
    servlet.service(request, response);
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
