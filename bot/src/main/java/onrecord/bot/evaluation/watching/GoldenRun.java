package onrecord.bot.evaluation.watching;

import java.time.Instant;
import java.util.List;

/// One time that the golden questions were put.
///
/// @param ranAt when
/// @param occasion what may have changed their answers: titles of what was published, or [#START]
/// @param questions how many were put
/// @param changes the answers that are others than the time before
public record GoldenRun(Instant ranAt, String occasion, int questions, List<Changed> changes) {

  /// The occasion of a program that was started, perhaps another than the one before.
  public static final String START = "";

  public GoldenRun {
    changes = List.copyOf(changes);
  }

  /// Whether nothing was published before it.
  public boolean followsStart() {
    return occasion.equals(START);
  }

  /// An answer that is another than before.
  ///
  /// @param id of the question in its suite
  /// @param before the verdict, and the text on the lines after it
  /// @param after likewise
  public record Changed(String id, String question, String before, String after) {

    /// What went and what came.
    public Diff diff() {
      return Diff.of(before, after);
    }
  }
}
