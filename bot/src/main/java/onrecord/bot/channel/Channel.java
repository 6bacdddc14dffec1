package onrecord.bot.channel;

/// A way of being spoken to. It reads what people do and renders what is said to them; what may be
/// said is decided elsewhere, and is the same in every channel.
public interface Channel {

  /// Names it in what is stored, such as `telegram`.
  String name();

  /// What a message says that was put into the [Inbox], and the reply to it.
  ///
  /// @param content as it was put in
  Heard hear(String content, Notes notes);

  /// Something to be said there, later.
  Exchange speakTo(Address address, Notes notes);

  /// Forgets what the channel itself remembers of a room.
  default void forget(String room) {}

  /// A message that came.
  record Heard(Incoming incoming, Exchange exchange) {}
}
