package onrecord.corpus.pdf;

import java.time.Duration;

/// A moment by which a file must have been read.
record Deadline(long nanoTime) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// @throws TooMuchWorkException if it has passed, or the reading was given up
  void check() {
    if (System.nanoTime() - nanoTime > 0 || Thread.currentThread().isInterrupted()) {
      throw new TooMuchWorkException("reading it takes too long");
    }
  }
}
