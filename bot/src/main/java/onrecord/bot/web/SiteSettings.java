package onrecord.bot.web;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which other sites may show the chat page within theirs, under `onrecord.sites.`.
///
/// @param origins of those sites, such as `https://ir.example.com`; none by default
@ConfigurationProperties("onrecord.sites")
record SiteSettings(@DefaultValue List<String> origins) {

  private static final Pattern ORIGIN =
      Pattern.compile("https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?");

  /// @throws IllegalArgumentException if one is not an origin: it goes into a header as it stands
  SiteSettings {
    origins = List.copyOf(origins);
    for (var origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "onrecord.sites.origins: '%s' is not an origin like https://ir.example.com"
                .formatted(origin));
      }
    }
  }
}
