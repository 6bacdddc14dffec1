package onrecord.bot.fuzzing;

/// Where the fuzzer enters: it names the target once, and hands in one input after the other.
public final class OneInput {

  private static Target.Taking taking = _ -> {};

  private OneInput() {}

  /// @param arguments the target's name
  public static void fuzzerInitialize(String[] arguments) {
    taking = Target.of(arguments[0]).ready();
  }

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    taking.take(input);
  }
}
