package onrecord.bot.channel;

import java.time.Instant;

/// What somebody did in a channel, in terms that are the same in all.
public sealed interface Incoming {

  /// Put a question.
  ///
  /// @param at when, as the channel says
  record Asked(Asker asker, String text, Instant at) implements Incoming {}

  /// Gave a command.
  ///
  /// @param argument what stood after it, perhaps nothing
  record Ordered(Asker asker, Command command, String argument) implements Incoming {}

  /// Said whether an answer helped.
  record Judged(Asker asker, String answerId, boolean helpful) implements Incoming {}

  /// Wants the IR team to see a question that was answered.
  record HandedOn(Asker asker, String answerId) implements Incoming {}

  /// Wants to see what an answer cites.
  ///
  /// @param citation its number
  record LookedUp(Asker asker, String answerId, int citation) implements Incoming {}

  /// Sent something that is not writing: a voice message, a picture.
  record Unwritten(Asker asker) implements Incoming {}

  /// Cannot be spoken to any more: left, or blocked the assistant.
  record Gone(Asker asker) implements Incoming {}

  /// Did nothing that is meant for the assistant.
  record Nothing() implements Incoming {}
}
