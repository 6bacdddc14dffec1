package onrecord.bot.terminal;

import java.io.PrintWriter;
import java.util.List;
import onrecord.corpus.Intake;

/// What became of the files handed in.
record ImportSummary(List<Intake> intakes) {

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
    return refused.isEmpty();
  }

  private static String at(Intake.Refused file) {
    return file.page() == null ? "" : ", page " + file.page();
  }

  private <T extends Intake> List<T> of(Class<T> kind) {
    return intakes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
