package onrecord.bot.desk.watch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Questions whose answers should not change unnoticed, under `onrecord.golden.`.
///
/// @param suite the file of questions that are put again after each publication; null for
///   `golden.jsonl` in the data directory, which may come later
@ConfigurationProperties("onrecord.golden")
record GoldenSettings(@Nullable Path suite) {

  Path suiteIn(Path data) {
    return suite == null ? data.resolve("golden.jsonl") : suite;
  }
}
