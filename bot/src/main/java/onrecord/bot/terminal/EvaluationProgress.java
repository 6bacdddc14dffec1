package onrecord.bot.terminal;

import java.io.PrintWriter;
import onrecord.bot.evaluation.running.Progress;

/// How far an evaluation is: a bar that grows on a terminal, a line for every tenth elsewhere.
final class EvaluationProgress implements Progress {

  private static final int TENTHS = 10;

  private final PrintWriter out;
  private final boolean isTerminal;
  private final ProgressBar bar;
  private int tenth;

  EvaluationProgress(Shell shell) {
    this.out = shell.err();
    this.isTerminal = shell.watched();
    this.bar = ProgressBar.on(shell);
  }

  @Override
  public synchronized void show(int done, int all) {
    if (isTerminal) {
      bar.show(done, all, "answered");
    } else if (done * TENTHS / all > tenth) {
      tenth = done * TENTHS / all;
      out.printf("%,d of %,d answered%n", done, all);
    }
  }

  @Override
  public synchronized void end() {
    if (isTerminal) {
      bar.done(0);
    }
  }
}
