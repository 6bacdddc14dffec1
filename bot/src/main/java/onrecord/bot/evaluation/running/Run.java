package onrecord.bot.evaluation.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.bot.evaluation.asking.Bot;
import onrecord.bot.evaluation.running.Results.Kept;
import org.jspecify.annotations.Nullable;

/// Puts every question of the suites, several at a time, and keeps each reply at once.
///
/// @param rounds how often each question is put
/// @param parallel how many at a time
record Run(Bot bot, Results results, int rounds, int parallel, Progress progress) {

  private record Task(String suite, int round, SuiteQuestion question) {

    String key() {
      return Kept.key(suite, round, question);
    }
  }

  /// All replies in the order of the suites; those kept already are not asked for again.
  ///
  /// @throws onrecord.bot.evaluation.asking.NoAnswerException if the bot gives none
  List<Kept> of(List<Suite> suites, Map<String, Kept> alreadyKept) {
    var tasks = tasks(suites);
    var done = new AtomicInteger();
    var replies = new ArrayList<Future<Kept>>();
    try (var threads = Executors.newFixedThreadPool(parallel)) {
      for (var task : tasks) {
        replies.add(
            threads.submit(() -> {
              var kept = keptOrAsked(task, alreadyKept.get(task.key()));
              progress.show(done.incrementAndGet(), tasks.size());
              return kept;
            }));
      }
      return collected(replies);
    } finally {
      progress.end();
    }
  }

  private List<Task> tasks(List<Suite> suites) {
    var tasks = new ArrayList<Task>();
    for (int round = 1; round <= rounds; round++) {
      for (var suite : suites) {
        for (var question : suite.questions()) {
          tasks.add(new Task(suite.name(), round, question));
        }
      }
    }
    return tasks;
  }

  /// A reply that was kept is an answer to what was asked; what is right may have changed since.
  private Kept keptOrAsked(Task task, @Nullable Kept kept) {
    return kept != null
            && kept.reply().verdict().isPresent()
            && isSame(kept.question(), task.question())
        ? new Kept(task.suite(), task.round(), task.question(), kept.reply())
        : ask(task);
  }

  private static boolean isSame(SuiteQuestion one, SuiteQuestion other) {
    return one.question().equals(other.question())
        && one.conversation().equals(other.conversation())
        && Objects.equals(one.asOf(), other.asOf())
        && Objects.equals(one.issuer(), other.issuer());
  }

  private Kept ask(Task task) {
    var kept = new Kept(task.suite(), task.round(), task.question(), bot.ask(task.question()));
    results.add(kept);
    return kept;
  }

  /// The first failure ends the run: those not begun yet are not begun any more.
  private static List<Kept> collected(List<Future<Kept>> replies) {
    try {
      var kept = new ArrayList<Kept>();
      for (var reply : replies) {
        kept.add(reply.get());
      }
      return kept;
    } catch (ExecutionException failed) {
      replies.forEach(reply -> reply.cancel(false));
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      replies.forEach(reply -> reply.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking", stopped);
    }
  }
}
