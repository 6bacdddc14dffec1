package onrecord.bot;

import java.nio.file.Path;
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

  /// Opens it, with a directory for files beside it.
  ///
  /// @throws onrecord.corpus.DataDirectoryInUseException if another process has it open
  public Storage storage(Path directory) {
    return url.isBlank() ? Storage.in(directory) : Storage.in(directory, url, user, password);
  }

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return "DatabaseSettings[user=" + user + "]";
  }
}
