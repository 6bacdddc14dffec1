package onrecord.bot.channel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be asked for besides answers, by the same name in every channel.
public enum Command {
  START,
  HELP,
  SOURCES,
  LANGUAGE,
  REPORT,
  SUBSCRIBE,
  UNSUBSCRIBE,
  /// Hands the last question to the IR team.
  TEAM,
  DELETE_ME,
  /// Agrees to what is remembered of a person.
  AGREE;

  /// As it is written: `delete_me`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The command of this name, in any case; empty where there is none.
  public static Optional<Command> of(String word) {
    return Arrays.stream(values())
        .filter(command -> command.word().equalsIgnoreCase(word))
        .findFirst();
  }
}
