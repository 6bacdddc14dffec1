package onrecord.bot.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the program was started in: where it reads and writes, and which of that a person sits at.
///
/// @param piped whether something other than a keyboard is read from
/// @param coloured whether what is written may have colours
/// @param watched whether somebody watches how a longer work goes on, rather than a log
record Shell(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean piped,
    boolean coloured,
    boolean watched) {

  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;

  /// That of this process. Colours are left out where `NO_COLOR` is set (no-color.org), or the
  /// terminal knows none.
  static Shell ofProcess() {
    return new Shell(
        System.in,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        !Tty.isTerminal(INPUT),
        Tty.isTerminal(OUTPUT) && showsColours(System.getenv()),
        Tty.isTerminal(ERRORS) && knowsControls(System.getenv()));
  }

  /// One without any person, as in a script.
  static Shell unattended(InputStream in, PrintWriter out, PrintWriter err) {
    return new Shell(in, out, err, true, false, false);
  }

  /// Whether a terminal in this environment shows colours, and its owner wants to see them.
  static boolean showsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() && knowsControls(environment);
  }

  private static boolean knowsControls(Map<String, String> environment) {
    return !"dumb".equals(environment.get("TERM"));
  }
}
