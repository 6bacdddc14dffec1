package onrecord.bot.channel;

/// Somebody who asks, known by nothing but a keyed hash of what a channel calls them.
///
/// @param value 43 characters, different in every channel and every installation
public record Person(String value) {

  @Override
  public String toString() {
    return value;
  }
}
