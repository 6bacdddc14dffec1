package onrecord.bot.channel;

import java.util.Optional;

/// What is remembered of work on an item until it is done, restarts included.
public interface Notes {

  Optional<String> read(String name);

  /// Stored when it returns.
  void write(String name, String value);
}
