package onrecord.bot.channel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database during whose work time stands still.
public final class TimedSource extends DelegatingDataSource {

  private final VirtualTime time;

  public TimedSource(DataSource source, VirtualTime time) {
    super(source);
    this.time = time;
  }

  @Override
  public Connection getConnection() throws SQLException {
    time.doing();
    try {
      return timed(super.getConnection());
    } catch (SQLException | RuntimeException failure) {
      time.done();
      throw failure;
    }
  }

  private Connection timed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause() == null ? failure : failure.getCause();
              } finally {
                if (method.getName().equals("close")) {
                  time.done();
                }
              }
            });
  }
}
