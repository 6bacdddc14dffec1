package onrecord.bot;

import onrecord.corpus.Storage;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The database, under `onrecord.database.`.
///
/// @param url such as `jdbc:postgresql://host/onrecord`; empty for one in the data directory
@ConfigurationProperties("onrecord.database")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("onrecord") String user,
    @DefaultValue("") String password) {

  Storage storage(Settings settings) {
    return url.isBlank()
        ? Storage.in(settings.data())
        : Storage.in(settings.data(), url, user, password);
  }

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return "DatabaseSettings[user=" + user + "]";
  }
}
