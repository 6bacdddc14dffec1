package onrecord.bot.telegram;

/// A place in a chat.
///
/// @param chat its id; negative for groups
/// @param thread the topic of a forum; 0 where there are none
/// @param message the message that is replied to; 0 for none
record Place(long chat, int thread, int message) {

  static Place of(String text) {
    var parts = text.split("/", 3);
    return new Place(
        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  boolean isGroup() {
    return chat < 0;
  }

  @Override
  public String toString() {
    return chat + "/" + thread + "/" + message;
  }
}
