package onrecord.bot.model;

import java.util.function.Consumer;
import onrecord.bot.Answer.Usage;

/// A chat model that is given an instruction and material, and replies with text.
///
/// Safe for use by many threads. Nothing that it says is believed here.
public interface ChatModel {

  /// The name under which answers record it.
  String name();

  /// Its whole reply.
  ///
  /// @param allowance what the question at hand may still cost
  /// @param heard hears the reply piece by piece, on the caller's thread
  /// @throws NoReplyException if it gives none in time and within limits; what was heard by then is
  ///   the beginning of nothing
  Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException;

  /// What it said.
  ///
  /// @param usage what it cost
  record Reply(String text, Usage usage) {}
}
