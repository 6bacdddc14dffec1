package onrecord.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

  @Test
  void workWithoutAnEndIsGivenUp() {
    var endless =
        new FutureTask<>(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return "ended";
        });
    var worker = Thread.ofPlatform().daemon().start(endless);

    assertThatThrownBy(() -> new WorkingTime(Duration.ofMillis(20)).await(endless, worker))
        .isInstanceOf(TimeoutException.class);
    worker.interrupt();
  }

  @Test
  void whoeverRestsIsGivenUpInTheEnd() {
    var never = new CountDownLatch(1);
    var resting =
        new FutureTask<>(() -> {
          never.await();
          return "never";
        });
    var worker = Thread.ofPlatform().daemon().start(resting);

    assertThatThrownBy(() -> new WorkingTime(Duration.ofMillis(20)).await(resting, worker))
        .isInstanceOf(TimeoutException.class);
    worker.interrupt();
  }

  @Test
  void waitingForOthersDoesNotCount() throws Exception {
    var never = new CountDownLatch(1);
    var worker =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                never.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    while (worker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    assertThat(new WorkingTime(Duration.ofMinutes(1)).isUsedUpBy(worker)).isFalse();
    assertThat(new WorkingTime(Duration.ZERO).isUsedUpBy(worker)).isTrue();
    worker.interrupt();
  }

  @Test
  void whatIsDoneInTimeIsHandedOn() throws Exception {
    var work = new FutureTask<>(() -> "done");
    var worker = Thread.ofPlatform().start(work);

    assertThat(new WorkingTime(Duration.ofMinutes(1)).await(work, worker)).isEqualTo("done");
  }
}
