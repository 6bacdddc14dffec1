import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Finds the rate at which a bot answers the questions of a suite in good time, lets investors put
/// five times as many, and prints what came of it: how many answers a second, how long they took,
/// and every response that was neither right nor a request to come back later.
///
/// An answer is right if it says what the bot said to the same question before the load.
///
///     java Load.java URL SUITE INVESTORS SECONDS
void main(String[] arguments) throws Exception {
  var load =
      new Load(
          URI.create(arguments[0] + "/api/v1/answers"),
          bodies(Path.of(arguments[1])),
          Integer.parseInt(arguments[2]),
          Duration.ofSeconds(Long.parseLong(arguments[3])));
  System.exit(load.run() ? 0 : 1);
}

static final Pattern ASKED = Pattern.compile("\"(question|asOf|issuer)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");

/// What is sent of each line of a suite.
static List<String> bodies(Path suite) throws IOException {
  var bodies = new ArrayList<String>();
  for (var line : Files.readAllLines(suite)) {
    var fields = new ArrayList<String>();
    ASKED.matcher(line).results().forEach(found -> fields.add("\"" + found.group(1) + "\":" + found.group(2)));
    if (!fields.isEmpty()) {
      bodies.add("{" + String.join(",", fields) + "}");
    }
  }
  return bodies;
}

static final class Load {

  private static final Pattern TEXT = Pattern.compile("\"text\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// How many ask at a time while the sustainable rate is looked for, and for how long each.
  private static final int[] STEPS = {2, 4, 8, 16, 32};

  private static final Duration STEP = Duration.ofSeconds(15);
  private static final Duration GOOD_TIME = Duration.ofMillis(500);
  private static final int TOO_MUCH = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final List<String> bodies;
  private final int investors;
  private final Duration time;
  private final Map<String, String> right = new ConcurrentHashMap<>();

  Load(URI address, List<String> bodies, int investors, Duration time) {
    this.address = address;
    this.bodies = bodies;
    this.investors = investors;
    this.time = time;
  }

  boolean run() throws Exception {
    for (var body : bodies) {
      right.put(body, text(ask(body)));
    }
    var sustained = sustained();
    var pause = Duration.ofNanos((long) (1e9 * investors / (TOO_MUCH * sustained.aSecond())));
    var load = new Phase(investors, time, pause);
    load.run();
    var recovered = recovery();
    print(sustained, load, recovered);
    return load.outcomes.keySet().stream().allMatch(outcome -> outcome.matches("right|429|503"))
        && recovered.compareTo(Duration.ofSeconds(5)) <= 0;
  }

  /// The most answers a second of which 99 in 100 come in good time.
  private Phase sustained() throws InterruptedException {
    new Phase(STEPS[1], STEP, Duration.ZERO).run();
    Phase best = null;
    for (var step : STEPS) {
      var phase = new Phase(step, STEP, Duration.ZERO);
      phase.run();
      if (best == null || (phase.isInGoodTime() && phase.aSecond() > best.aSecond())) {
        best = phase;
      }
    }
    return best;
  }

  /// So many askers for a while.
  private final class Phase {

    private final int askers;
    private final Duration time;
    private final Duration pause;
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> microseconds = new ConcurrentLinkedQueue<>();

    /// @param pause from one question of an asker to the next, if the answer has come by then
    Phase(int askers, Duration time, Duration pause) {
      this.askers = askers;
      this.time = time;
      this.pause = pause;
    }

    void run() throws InterruptedException {
      var end = System.nanoTime() + time.toNanos();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < askers; i++) {
        var first = i;
        threads.add(Thread.ofVirtual().start(() -> askUntil(end, first)));
      }
      for (var thread : threads) {
        thread.join();
      }
    }

    private void askUntil(long end, int first) {
      var next = System.nanoTime() + pause.toNanos() * first / askers;
      for (int i = first; System.nanoTime() < end; i++) {
        LockSupport.parkNanos(next - System.nanoTime());
        var body = bodies.get(i % bodies.size());
        var begun = System.nanoTime();
        var outcome = outcome(body);
        outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
        if (outcome.equals("right")) {
          microseconds.add((System.nanoTime() - begun) / 1_000);
        }
        next = Math.max(next + pause.toNanos(), System.nanoTime());
      }
    }

    double aSecond() {
      return microseconds.size() / (double) time.toSeconds();
    }

    boolean isInGoodTime() {
      return milliseconds(0.99) <= GOOD_TIME.toMillis();
    }

    double milliseconds(double share) {
      var sorted = microseconds.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted.length == 0
          ? Double.NaN
          : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1000.0;
    }
  }

  private String outcome(String body) {
    try {
      var response = ask(body);
      return switch (response.statusCode()) {
        case 200 -> text(response).equals(right.get(body)) ? "right" : "wrong answer";
        case 429, 503 -> response.headers().firstValue("Retry-After").isPresent()
            ? "" + response.statusCode() : response.statusCode() + " without Retry-After";
        default -> "status " + response.statusCode();
      };
    } catch (IOException failure) {
      return failure.getClass().getSimpleName();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  /// How long after the load until a question is answered as before it.
  private Duration recovery() {
    var begun = System.nanoTime();
    while (!outcome(bodies.getFirst()).equals("right") && System.nanoTime() - begun < PATIENCE.toNanos()) {
      Thread.onSpinWait();
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String text(HttpResponse<String> response) {
    var text = TEXT.matcher(response.body());
    return text.find() ? text.group(1) : response.body();
  }

  private void print(Phase sustained, Phase load, Duration recovered) {
    System.out.printf("| %d processors | |%n|---|---:|%n", Runtime.getRuntime().availableProcessors());
    System.out.printf("| sustained: right answers a second, %d asking at a time | %.1f |%n", sustained.askers, sustained.aSecond());
    print(sustained);
    System.out.printf("| %d investors for %d s, %d times as many questions: right answers a second | %.1f |%n", investors, time.toSeconds(), TOO_MUCH, load.aSecond());
    print(load);
    new TreeMap<>(load.outcomes).forEach((outcome, count) -> System.out.printf("| %s | %,d |%n", outcome, count.sum()));
    System.out.printf("| answered again after | %.2f s |%n", recovered.toMillis() / 1000.0);
  }

  private static void print(Phase phase) {
    for (var share : new double[] {0.5, 0.99}) {
      System.out.printf("| %.0f of 100 within | %.0f ms |%n", share * 100, phase.milliseconds(share));
    }
  }
}
