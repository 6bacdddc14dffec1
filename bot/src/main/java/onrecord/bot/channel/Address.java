package onrecord.bot.channel;

/// Where something can be said later.
///
/// It names a person to the channel, so it is stored sealed, and only while something is to be said
/// there.
///
/// @param channel the name of the channel
/// @param place what the channel needs to find it again, in its own words; empty where askers come
///   back for it themselves, as they do on the web
public record Address(String channel, String place) {

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return channel;
  }
}
