package onrecord.bot.operation.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a command asks the program that has a data directory open for a back-up: by a file in that
/// directory. Whoever may write there may change all that is held; nobody else can ask.
///
/// A request is a file `ID.request` with the folder to write, its reply a file `ID.done` or
/// `ID.failed` with what is to be said.
public final class BackupRequests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackupRequests.class);

  private static final String FOLDER = "requests";
  private static final String REQUEST = ".request";
  private static final String TAKEN = ".taken";
  private static final String DONE = ".done";
  private static final String FAILED = ".failed";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Path folder;
  private final Function<Path, String> taking;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// @param taking makes the back-up in a folder and tells of it
  public BackupRequests(Path data, Function<Path, String> taking) {
    this.folder = data.resolve(FOLDER);
    this.taking = taking;
  }

  /// Looks for requests from now on.
  public void start() {
    looking.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      for (var request : requests()) {
        fulfil(request);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Requests in {} cannot be read", folder, e);
    }
  }

  private List<Path> requests() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(REQUEST)).toList();
    }
  }

  private void fulfil(Path request) throws IOException {
    var id = id(request);
    var taken = Files.move(request, folder.resolve(id + TAKEN), StandardCopyOption.ATOMIC_MOVE);
    var target = Path.of(Files.readString(taken).strip());
    try {
      reply(id + DONE, taking.apply(target));
    } catch (RuntimeException e) {
      LOG.warn("The back-up to {} failed", target, e);
      reply(id + FAILED, String.valueOf(e.getMessage()));
    }
    Files.deleteIfExists(taken);
  }

  private static String id(Path request) {
    var name = String.valueOf(request.getFileName());
    return name.substring(0, name.length() - REQUEST.length());
  }

  private void reply(String name, String text) throws IOException {
    put(folder, name, text);
  }

  private static void put(Path folder, String name, String text) throws IOException {
    var aside = Files.writeString(folder.resolve(name + ".tmp"), text);
    Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Asks the program that has a data directory open, and waits for its reply.
  ///
  /// @param patience how long it may take to see the request
  /// @return what it says
  /// @throws RefusedBackupException if it does not see the request, or fails
  public static String ask(Path data, Path target, Duration patience) {
    var folder = data.resolve(FOLDER);
    var id = UUID.randomUUID().toString();
    try {
      Files.createDirectories(folder);
      put(folder, id + REQUEST, target.toAbsolutePath().normalize().toString());
      return reply(folder, id, System.nanoTime() + patience.toNanos());
    } catch (IOException e) {
      throw new RefusedBackupException("Cannot ask in " + folder + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedBackupException("The back-up was not waited for.", e);
    }
  }

  private static String reply(Path folder, String id, long end)
      throws IOException, InterruptedException {
    var request = folder.resolve(id + REQUEST);
    var done = folder.resolve(id + DONE);
    var failed = folder.resolve(id + FAILED);
    while (true) {
      if (Files.exists(done)) {
        return taken(done);
      }
      if (Files.exists(failed)) {
        throw new RefusedBackupException(taken(failed));
      }
      if (System.nanoTime() > end && Files.deleteIfExists(request)) {
        throw new RefusedBackupException(
            "The program that uses the data directory does not reply; it may be a command at work. Please try again when it is done.");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private static String taken(Path reply) throws IOException {
    var text = Files.readString(reply);
    Files.delete(reply);
    return text;
  }

  @Override
  public void close() {
    looking.shutdown();
  }
}
