package onrecord.bot.channel;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What channels share, under `onrecord.channels.`.
///
/// @param publicUrl where investors reach the pages of this service, for the links in replies
/// @param questionsPerMinute how many questions one person may ask in a minute
/// @param questionsPerMinuteInAll how many questions may be asked in a minute through all channels
/// @param concurrentAnswers how many questions are worked on at a time
/// @param key 32 bytes in hexadecimal, for the hashes of persons and for what is sealed; empty for
///   a key of the data directory's own, which several instances cannot share
@ConfigurationProperties("onrecord.channels")
public record ChannelSettings(
    @DefaultValue("http://localhost:8080") URI publicUrl,
    @DefaultValue("20") int questionsPerMinute,
    @DefaultValue("6000") int questionsPerMinuteInAll,
    @DefaultValue("16") int concurrentAnswers,
    @DefaultValue("") String key) {

  /// The address of a page of this service.
  ///
  /// @param path beginning with `/`
  public String link(String path) {
    var base = publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }
}
