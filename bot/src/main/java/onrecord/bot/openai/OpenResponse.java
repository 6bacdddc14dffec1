package onrecord.bot.openai;

import java.io.IOException;

/// A response that its client waits for while the answer is made. A server hears of a client that
/// has gone away only by writing to it: this is what can be written before there is anything to
/// say.
interface OpenResponse {

  /// Says nothing, so that nobody on the way takes the line for dead, and a client that has gone is
  /// noticed.
  ///
  /// @throws IOException if the client has gone away
  void keepOpen() throws IOException;

  /// Whether anything was sent, so that a failure can no longer be told by the status.
  boolean hasBegun();

  /// Tells a failure where something was sent already.
  ///
  /// @throws IOException if the client has gone away
  void fail(CompletionProblem problem) throws IOException;
}
