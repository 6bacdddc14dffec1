package onrecord.bot.terminal;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Asks the operating system whether a person sits at the other end.
///
/// The JDK's console tells only whether both input and output are a terminal, and a question may
/// come from a pipe while its answer goes to a screen.
final class Tty {

  private Tty() {}

  /// @param descriptor 0 input, 1 output, 2 errors
  static boolean isTerminal(int descriptor) {
    var linker = Linker.nativeLinker();
    var library = linker.defaultLookup();
    return library
        .find("isatty")
        .or(() -> library.find("_isatty"))
        .map(function ->
            linker.downcallHandle(
                function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)))
        .map(isatty -> {
          try {
            return (int) isatty.invokeExact(descriptor) != 0;
          } catch (Throwable unexpected) {
            throw new IllegalStateException("isatty cannot be called", unexpected);
          }
        })
        .orElse(false);
  }
}
