package onrecord.corpus.pdf;

import java.time.Duration;
import onrecord.corpus.document.WorkingTime;

/// The end of the time within which a file must have been read, on a thread of its own.
///
/// @param nanoTime before which it cannot be used up
record Deadline(WorkingTime time, long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(new WorkingTime(time), System.nanoTime() + time.toNanos());
  }

  /// @throws TooMuchWorkException if it has come, or the reading was given up
  void check() {
    var reader = Thread.currentThread();
    // Asking how long a thread has worked costs more than a look at the clock.
    var isOver = System.nanoTime() - nanoTime > 0 && time.isUsedUpBy(reader);
    if (isOver || reader.isInterrupted()) {
      throw new TooMuchWorkException("reading it takes too long");
    }
  }
}
