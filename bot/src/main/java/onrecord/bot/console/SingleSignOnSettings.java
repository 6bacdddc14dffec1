package onrecord.bot.console;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Signing in at the console with the company's own accounts, by OpenID Connect, under
/// `onrecord.single-sign-on.`.
///
/// @param issuer address of the company's provider; what stands at
///   `/.well-known/openid-configuration` below it is read at the first sign-in
/// @param clientId what the provider calls this program
/// @param clientSecret what this program shows the provider
/// @param scopes what is asked of the provider beside `openid`
/// @param nameClaim the claim that says who somebody is; one that nobody can choose for themselves
/// @param rolesClaim the claim that lists roles of the desk, with a dot between the steps of a
///   nested one (`realm_access.roles`); without it an administrator gives roles at the console
@ConfigurationProperties("onrecord.single-sign-on")
record SingleSignOnSettings(
    @Nullable URI issuer,
    @DefaultValue("onrecord") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("profile") List<String> scopes,
    @DefaultValue("sub") String nameClaim,
    @Nullable String rolesClaim) {

  /// Nothing that could reach a log.
  @Override
  public String toString() {
    return "%s at %s".formatted(clientId, issuer);
  }
}
