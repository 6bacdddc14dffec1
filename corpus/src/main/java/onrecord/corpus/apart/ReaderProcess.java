package onrecord.corpus.apart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.document.WorkingTime;

/// A process that reads files, one at a time.
final class ReaderProcess {

  /// What Java ends with when its memory does not suffice, if it is told to end then.
  private static final int OUT_OF_MEMORY = 3;

  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream replies;
  private volatile boolean overdue;
  private long idleSince;

  private ReaderProcess(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  static ReaderProcess start(FilesApart.Limits limits) throws IOException {
    var builder = new ProcessBuilder(command(limits)).redirectError(Redirect.DISCARD);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return new ReaderProcess(builder.start());
  }

  private static List<String> command(FilesApart.Limits limits) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + (limits.memory() >> 20) + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(mainClass());
    command.add(Long.toString(limits.bytes()));
    command.add(Long.toString(limits.time().toMillis()));
    return command;
  }

  /// Packed as one file, the program's parts are found only by its own launcher.
  private static List<String> mainClass() {
    var main = ReaderMain.class.getName();
    var isPacked =
        !System.getProperty("java.class.path").contains(File.pathSeparator)
            && ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
    return isPacked ? List.of("-Dloader.main=" + main, LAUNCHER) : List.of(main);
  }

  /// @throws IOException if the process ends before it has replied
  byte[] ask(byte[] request) throws IOException {
    Wire.bytes(requests, request);
    requests.flush();
    var length = replies.readInt();
    var reply = replies.readNBytes(length);
    if (reply.length < length) {
      throw new IOException("The reader ended within its reply");
    }
    return reply;
  }

  /// How long it has worked since it was started.
  Duration worked() {
    return WorkingTime.usedBy(process);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends it because what it does takes too long.
  void giveUp() {
    overdue = true;
    process.destroyForcibly();
  }

  boolean isOverdue() {
    return overdue;
  }

  /// Whether it has ended because its memory did not suffice.
  boolean isOutOfMemory() {
    return process.onExit().join().exitValue() == OUT_OF_MEMORY;
  }

  void end() {
    process.destroyForcibly();
  }

  /// Returns when it has ended.
  void awaitEnd() {
    process.onExit().join();
  }

  void rest(long nanoTime) {
    idleSince = nanoTime;
  }

  long idleSince() {
    return idleSince;
  }
}
