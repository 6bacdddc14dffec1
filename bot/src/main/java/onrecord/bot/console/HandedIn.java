package onrecord.bot.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onrecord.corpus.Intake;
import onrecord.corpus.IntakeProgress;
import org.jspecify.annotations.Nullable;

/// How far the reading of a file that was handed in has come, document by document.
final class HandedIn implements IntakeProgress {

  /// A document, and what became of it.
  ///
  /// @param outcome `waiting`, `reading`, `taken`, `known` or `refused`
  /// @param intake null while it waits or is read
  /// @param doubts what its metadata leave open
  record Line(String file, String outcome, @Nullable Intake intake, List<String> doubts) {

    static Line waiting(String file) {
      return new Line(file, "waiting", null, List.of());
    }

    /// @param doubts what the metadata of a document that was taken leave open
    static Line of(Intake intake, Function<Intake.Taken, List<String>> doubts) {
      return switch (intake) {
        case Intake.Taken taken -> new Line(taken.file(), "taken", taken, doubts.apply(taken));
        case Intake.AlreadyKnown known -> new Line(known.file(), "known", known, List.of());
        case Intake.Refused refused -> new Line(refused.file(), "refused", refused, List.of());
        case Intake.Unpacked archive ->
            throw new IllegalArgumentException(archive.file() + " is more than one document");
      };
    }

    private Line reading() {
      return new Line(file, "reading", null, List.of());
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Function<Intake.Taken, List<String>> doubts;
  private int next;

  HandedIn(String file, Function<Intake.Taken, List<String>> doubts) {
    this.doubts = doubts;
    lines.add(Line.waiting(file).reading());
  }

  synchronized List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public synchronized void unpacking(List<String> documents) {
    lines.remove(next);
    lines.addAll(next, documents.stream().map(Line::waiting).toList());
  }

  @Override
  public synchronized void reading(String document) {
    lines.set(next, lines.get(next).reading());
  }

  @Override
  public synchronized void done(Intake document) {
    lines.set(next, Line.of(document, doubts));
    next++;
  }
}
