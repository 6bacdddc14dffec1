package onrecord.bot.terminal;

import java.io.PrintWriter;

/// Shows how a longer work goes on: a bar that grows on a terminal, a line for each step elsewhere.
interface ProgressBar {

  void show(int done, int all, String current);

  void done(int all);

  /// Beside what the work prints, so that the one can be kept without the other.
  static ProgressBar on(Shell shell) {
    return shell.watched() ? new Growing(shell.err()) : new Lines(shell.err());
  }

  /// One line, written over and over.
  record Growing(PrintWriter out) implements ProgressBar {

    private static final int WIDTH = 30;
    private static final String ERASE = "\r\u001b[K";

    @Override
    public void show(int done, int all, String current) {
      var filled = WIDTH * done / Math.max(1, all);
      out.printf(
          "%s%s%s %d/%d %s",
          ERASE, "█".repeat(filled), "░".repeat(WIDTH - filled), done, all, current);
      out.flush();
    }

    @Override
    public void done(int all) {
      out.print(ERASE);
      out.flush();
    }
  }

  /// A line for each step.
  record Lines(PrintWriter out) implements ProgressBar {

    @Override
    public void show(int done, int all, String current) {
      out.printf("%d/%d %s%n", done + 1, all, current);
    }

    @Override
    public void done(int all) {}
  }
}
