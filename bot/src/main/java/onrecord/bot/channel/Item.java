package onrecord.bot.channel;

import java.time.Instant;

/// Something to be done for a room: a message to react to, or something to be said there.
///
/// @param number its place in the order of arrival
/// @param content sealed
/// @param begunAt when work on it was begun, this time
/// @param attempts how often it was begun, this time included
record Item(
    long number,
    String room,
    Kind kind,
    String content,
    Instant arrivedAt,
    Instant begunAt,
    int attempts,
    Notes notes) {

  /// What an item asks for.
  enum Kind {
    /// To react to a message, as the channel received it.
    MESSAGE,
    /// To say what the IR team said to an open question, by its id.
    SETTLED,
    /// To tell a subscriber of disclosures, by their ids.
    NEWS
  }
}
