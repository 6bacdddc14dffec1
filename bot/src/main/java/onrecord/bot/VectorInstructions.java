package onrecord.bot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether this Java computes distances between vectors by the processor's vector instructions.
///
/// They are in a module of the JDK that only the command line can ask for: neither a jar's manifest
/// nor a running Java can. So on Linux `java -jar` begins once more, with it, in the same process
/// (execv(3)): its id, its terminal and whoever waits for it notice nothing. Anywhere else the
/// search is the same and slower, unless `java` is told `--add-modules jdk.incubator.vector`.
final class VectorInstructions {

  private static final String MODULE = "jdk.incubator.vector";

  /// Marks the second beginning, so that there is no third.
  private static final String AGAIN = "-Donrecord.again=true";

  private static final Path PROCESS = Path.of("/proc/self");

  private VectorInstructions() {}

  static boolean areUsed() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /// Returns where there is nothing to do or nothing to be done; else this program begins again.
  static void use() {
    if (areUsed() || ModuleFinder.ofSystem().find(MODULE).isEmpty()) {
      return;
    }
    try {
      var commandLine = commandLine();
      if (isPlainJar(commandLine)) {
        become(Files.readSymbolicLink(PROCESS.resolve("exe")), withModule(commandLine));
      }
    } catch (Throwable slower) {
      // Without them all is found as well.
    }
  }

  /// Byte for byte, whatever characters it holds; empty where the system does not tell it so.
  private static List<byte[]> commandLine() throws IOException {
    var file = PROCESS.resolve("cmdline");
    var words = new ArrayList<byte[]>();
    var word = new ByteArrayOutputStream();
    for (var each : Files.exists(file) ? Files.readAllBytes(file) : new byte[0]) {
      if (each == 0) {
        words.add(word.toByteArray());
        word.reset();
      } else {
        word.write(each);
      }
    }
    return words;
  }

  /// Whoever starts it in any other way says what is wanted: a start from a cache of what was
  /// loaded is to be fast, and would be slower with the module; a debugger's port is taken.
  private static boolean isPlainJar(List<byte[]> commandLine) {
    var words = commandLine.stream().map(word -> new String(word, StandardCharsets.UTF_8)).toList();
    return words.contains("-jar")
        && !words.contains(AGAIN)
        && words.stream()
            .noneMatch(word -> word.startsWith("-agentlib:") || word.startsWith("-XX:AOT"));
  }

  private static List<byte[]> withModule(List<byte[]> commandLine) {
    var words = new ArrayList<>(commandLine);
    words.add(1, ("--add-modules=" + MODULE).getBytes(StandardCharsets.UTF_8));
    words.add(2, AGAIN.getBytes(StandardCharsets.UTF_8));
    return words;
  }

  /// Comes back only if it fails.
  private static void become(Path program, List<byte[]> words) throws Throwable {
    try (var arena = Arena.ofConfined()) {
      var linker = Linker.nativeLinker();
      var execv =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("execv"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      var arguments = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
      for (var i = 0; i < words.size(); i++) {
        arguments.setAtIndex(ValueLayout.ADDRESS, i, terminated(words.get(i), arena));
      }
      var _ = (int) execv.invokeExact(arena.allocateFrom(program.toString()), arguments);
    }
  }

  private static MemorySegment terminated(byte[] word, Arena arena) {
    var segment = arena.allocate(word.length + 1L);
    MemorySegment.copy(word, 0, segment, ValueLayout.JAVA_BYTE, 0, word.length);
    return segment;
  }
}
