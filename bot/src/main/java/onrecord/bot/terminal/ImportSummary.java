package onrecord.bot.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import onrecord.corpus.Intake;

/// What became of the files handed in.
///
/// @param taking how long it took to read, catalogue and index them
record ImportSummary(List<Intake> intakes, Duration taking) {

  /// Prints each refusal with its remedy, and the counts; says whether every file was taken.
  boolean print(PrintWriter out) {
    var refused = of(Intake.Refused.class);
    for (var file : refused) {
      out.printf("Refused: %s%s (%s)%n", file.file(), at(file), file.reason());
      out.printf("  %s%n  %s%n", file.message(), file.remedy());
    }
    out.printf(
        "%,d taken, %,d already known, %,d refused.%n",
        of(Intake.Taken.class).size(), of(Intake.AlreadyKnown.class).size(), refused.size());
    printSpeed(of(Intake.Taken.class), out);
    return refused.isEmpty();
  }

  private void printSpeed(List<Intake.Taken> taken, PrintWriter out) {
    if (taken.isEmpty()) {
      return;
    }
    int pages = taken.stream().mapToInt(file -> file.disclosure().pages()).sum();
    int passages = taken.stream().mapToInt(Intake.Taken::passages).sum();
    double seconds = Math.max(1, taking.toMillis()) / 1000.0;
    out.printf(
        Locale.ROOT,
        "%,d pages, %,d passages in %.1f s (%.1f pages/s).%n",
        pages,
        passages,
        seconds,
        pages / seconds);
  }

  private static String at(Intake.Refused file) {
    return file.page() == null ? "" : ", page " + file.page();
  }

  private <T extends Intake> List<T> of(Class<T> kind) {
    return intakes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
