package onrecord.bot.model;

/// What a stub chat model does with a request.
public sealed interface Saying {

  /// Says a text, in small pieces, and comes to an end.
  record Text(String text) implements Saying {}

  /// Says a text at once, without streaming.
  record Whole(String text) implements Saying {}

  /// Says a text and breaks off.
  record Cut(String text) implements Saying {}

  /// Says a text, then goes on with a piece for as long as anyone listens.
  record Endless(String text, String piece) implements Saying {}

  /// Takes the request and says nothing, for as long as the stub lives.
  record Silence() implements Saying {}

  /// Refuses.
  record Status(int status) implements Saying {}

  /// Replies with bytes that are no reply of a chat model.
  record Nonsense(String body) implements Saying {}
}
