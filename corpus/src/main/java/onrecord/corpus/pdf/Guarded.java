package onrecord.corpus.pdf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import onrecord.corpus.Intake;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.document.WorkingTime;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/// Work on a file that may be hostile, kept from bringing the caller down: it ends in time, and
/// what goes wrong in it becomes a refusal.
final class Guarded {

  /// Deeply nested objects of honest files fit into this; more is refused.
  private static final long STACK_BYTES = 16L << 20;

  /// Work watches its time by itself; what does not is given up so much later.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private Guarded() {}

  /// @param time of a processor
  /// @throws UnreadableFileException if the work fails or takes longer
  static <T> T run(Path file, Duration time, Callable<T> work) {
    var task = new FutureTask<>(work);
    // A thread of its own: its stack is large, and it can be left behind if it never ends.
    var thread = new Thread(null, task, "pdf-" + file.getFileName(), STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return new WorkingTime(time.plus(GRACE)).await(task, thread);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw tooComplex("Reading it takes too long", e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw tooComplex("Reading it was interrupted", e);
    } catch (ExecutionException e) {
      throw refusal(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException refusal(Throwable cause) {
    return switch (cause) {
      case UnreadableFileException refused -> refused;
      case InvalidPasswordException e -> encrypted(e);
      case TooMuchWorkException e -> tooComplex("It asks for too much work: " + e.getMessage(), e);
      case StackOverflowError e -> tooComplex("Its objects are nested too deeply", e);
      case OutOfMemoryError e -> tooComplex("It needs more memory than there is", e);
      default ->
          isAboutEncryption(cause)
              ? encrypted(cause)
              : damaged("It is damaged: " + cause.getMessage(), cause);
    };
  }

  /// Files encrypted for the holders of certificates fail in other ways than those with a password.
  private static boolean isAboutEncryption(Throwable cause) {
    for (var frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("org.apache.pdfbox.pdmodel.encryption")) {
        return true;
      }
    }
    return false;
  }

  private static UnreadableFileException encrypted(Throwable cause) {
    return new UnreadableFileException(
        Intake.Reason.ENCRYPTED,
        null,
        "It is encrypted and opens only with a password or a certificate",
        "Save it without encryption and hand it in again",
        cause);
  }

  static UnreadableFileException tooComplex(String message, @Nullable Throwable cause) {
    return new UnreadableFileException(
        Intake.Reason.TOO_COMPLEX,
        null,
        message,
        "Print it to a new PDF, or split it, and hand it in again",
        cause);
  }

  static UnreadableFileException damaged(String message, @Nullable Throwable cause) {
    return new UnreadableFileException(
        Intake.Reason.DAMAGED,
        null,
        message,
        "Fetch the file again, or open it in a PDF viewer and save it anew",
        cause);
  }
}
