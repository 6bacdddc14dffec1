package onrecord.bot.channel;

import onrecord.bot.Assistant;

/// A reply under way: what is shown while it is being made, and then the reply itself.
///
/// Both may be done again after a restart, with the same [Notes]; a channel sees to it that nothing
/// is then said twice, as far as its platform lets it.
public interface Exchange extends Assistant.Progress {

  /// Shows at once that something is being done.
  ///
  /// @param words to show where the channel shows words
  default void begin(String words) {}

  /// @throws PostponedException if it may work later
  /// @throws UnreachableException if it never will
  void say(Reply reply);
}
