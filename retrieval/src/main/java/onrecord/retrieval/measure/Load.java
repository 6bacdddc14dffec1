package onrecord.retrieval.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// How fast questions are answered.
///
/// @param milliseconds of each, in rising order
/// @param seconds all together took
record Load(List<Double> milliseconds, double seconds) {

  /// Asks the questions in turn, over and over, by so many clients at once.
  ///
  /// @param count how many to ask in all
  static Load of(Runnable[] questions, int clients, int count) throws InterruptedException {
    var next = new AtomicInteger();
    var all = new ArrayList<Double>();
    var threads = new ArrayList<Thread>();
    var start = System.nanoTime();
    for (var i = 0; i < clients; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                var own = new ArrayList<Double>();
                for (var n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  var begun = System.nanoTime();
                  questions[n % questions.length].run();
                  own.add((System.nanoTime() - begun) / 1e6);
                }
                synchronized (all) {
                  all.addAll(own);
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    return new Load(all.stream().sorted().toList(), seconds);
  }

  /// @param share such as 0.5 for the median
  double percentile(double share) {
    var last = milliseconds.size() - 1;
    return milliseconds.get((int) Math.min(last, Math.round(share * last)));
  }

  double perSecond() {
    return milliseconds.size() / seconds;
  }
}
