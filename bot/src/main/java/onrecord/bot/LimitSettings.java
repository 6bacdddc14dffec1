package onrecord.bot;

import java.time.Duration;
import onrecord.corpus.Corpora;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What one file may cost before it is refused, under `onrecord.limits.`.
///
/// @param fileSize its greatest size
/// @param readingTime how long it may take to read, of a processor: what others do on the machine
///   does not count
/// @param readingMemory how much memory the process has that reads it
/// @param filesAtOnce how many are read at the same time
@ConfigurationProperties("onrecord.limits")
public record LimitSettings(
    @DefaultValue("100MB") DataSize fileSize,
    @DefaultValue("2m") Duration readingTime,
    @DefaultValue("512MB") DataSize readingMemory,
    @DefaultValue("4") int filesAtOnce) {

  Corpora.Limits limits() {
    return new Corpora.Limits(
        fileSize.toBytes(), readingTime, readingMemory.toBytes(), filesAtOnce);
  }
}
