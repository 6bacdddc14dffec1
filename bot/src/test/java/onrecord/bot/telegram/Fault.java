package onrecord.bot.telegram;

/// What can go wrong with a call.
sealed interface Fault {

  Fault NONE = new None();

  record None() implements Fault {}

  /// The connection breaks before the server has read the call.
  record LostBefore() implements Fault {}

  /// The server does what is asked, and the connection breaks before it says so.
  record LostAfter() implements Fault {}

  /// Too many requests.
  record TooMany(int retryAfterSeconds) implements Fault {}

  /// An error of the server, as a page and not as JSON.
  record Broken(int status) implements Fault {}

  /// The call itself is at fault.
  record Refused(String description) implements Fault {}

  /// Another instance asks for updates.
  record Conflict() implements Fault {}

  /// Decides what goes wrong.
  interface Plan {

    Plan NOTHING = (method, chat) -> NONE;

    /// @param method in lower case
    /// @param chat 0 where the call is about none
    Fault next(String method, long chat);
  }
}
