package onrecord.bot;

import java.time.Instant;
import java.util.List;
import onrecord.corpus.Language;
import onrecord.corpus.SecuritiesCode;
import org.jspecify.annotations.Nullable;

/// What somebody asks, whichever the channel.
///
/// @param text 1 to 2,000 characters, none of them a control character but for line breaks and tabs
/// @param asOf only what was published by then counts
/// @param issuer the issuer it is put to; null for the one it names, else the configured one
/// @param language the language to answer in; null for the question's own
/// @param conversation earlier questions of the same conversation, oldest first
public record Question(
    String text,
    Instant asOf,
    @Nullable SecuritiesCode issuer,
    @Nullable Language language,
    List<String> conversation) {

  /// The longest question taken, in characters.
  public static final int LONGEST = 2_000;

  /// @throws InvalidQuestionException if the text is blank, too long or holds control characters
  public Question {
    InvalidQuestionException.unlessReadable(text);
    conversation = List.copyOf(conversation);
  }

  public static Question of(String text, Instant asOf) {
    return new Question(text, asOf, null, null, List.of());
  }
}
