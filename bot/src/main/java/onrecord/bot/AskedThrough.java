package onrecord.bot;

import java.util.Objects;
import org.slf4j.MDC;

/// Through which channel the present thread was asked: for the log, where it stands as `channel`,
/// and for what is counted. No answer depends on it.
public final class AskedThrough {

  private static final String KEY = "channel";
  private static final String UNKNOWN = "other";

  private AskedThrough() {}

  /// Holds until it is closed.
  public static MDC.MDCCloseable channel(String name) {
    return MDC.putCloseable(KEY, name);
  }

  public static String present() {
    return Objects.requireNonNullElse(MDC.get(KEY), UNKNOWN);
  }
}
