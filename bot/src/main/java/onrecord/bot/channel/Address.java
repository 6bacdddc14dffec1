package onrecord.bot.channel;

/// Where something can be said later.
///
/// The place names a person to the channel, so it is stored sealed, and only while something is to
/// be said there.
///
/// @param channel the name of the channel
/// @param room the keyed hash of the conversation it belongs to: what happens in one room happens
///   in order
/// @param place what the channel needs to find it again, in its own words; empty where askers come
///   back for it themselves, as they do on the web
public record Address(String channel, String room, String place) {

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return channel;
  }
}
