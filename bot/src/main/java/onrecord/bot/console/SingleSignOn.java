package onrecord.bot.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Who the company's own provider of identities vouches for. Each of them is a person of the desk
/// like any other from the first sign-in on: listed, and locked where an administrator says so.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("onrecord.single-sign-on.issuer")
@EnableConfigurationProperties(SingleSignOnSettings.class)
class SingleSignOn {

  static final String BEGIN = "/oauth2/authorization/company";
  static final String RETURN = "/login/oauth2/code/company";

  private static final int LONGEST_NAME = 90;

  private final SingleSignOnSettings settings;
  private final People people;
  private final OidcUserService claims = new OidcUserService();

  SingleSignOn(SingleSignOnSettings settings, People people) {
    this.settings = settings;
    this.people = people;
  }

  /// The provider is asked at the first sign-in, not at the start: a bot answers investors while
  /// the company's sign-in is down.
  @Bean
  ClientRegistrationRepository provider() {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration()));
  }

  /// The way back from the provider comes from another site, and must find the session.
  @Bean
  WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionsOnTheWayBack() {
    return server -> server.getSettings().getSession().getCookie().setSameSite(SameSite.LAX);
  }

  private ClientRegistration registration() {
    var issuer = Objects.requireNonNull(settings.issuer()).toString();
    return ClientRegistrations.fromIssuerLocation(issuer)
        .registrationId("company")
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .redirectUri("{baseUrl}" + RETURN)
        .scope(Stream.concat(Stream.of("openid"), settings.scopes().stream()).toList())
        .build();
  }

  /// @throws OAuth2AuthenticationException if the provider does not say who somebody is, or they
  ///   may not sign in
  OidcUser arrive(OidcUserRequest request) {
    var known = claims.loadUser(request);
    var name = claim(known.getClaims(), settings.nameClaim());
    if (name == null || name.toString().isBlank() || name.toString().length() > LONGEST_NAME) {
      throw refused(
          "The provider's claim '%s' is no name of 1 to %d characters"
              .formatted(settings.nameClaim(), LONGEST_NAME));
    }
    var person = people.vouchedFor(name.toString(), roles(known.getClaims()));
    if (person.locked()) {
      throw refused("%s is locked".formatted(person.name()));
    }
    return new Colleague(person.name(), person.roles(), known);
  }

  /// @return null where an administrator gives the roles
  private @Nullable Set<Role> roles(Map<String, Object> claims) {
    if (settings.rolesClaim() == null) {
      return null;
    }
    var listed = claim(claims, settings.rolesClaim());
    var names =
        listed instanceof Collection<?> many ? many : listed == null ? List.of() : List.of(listed);
    return Arrays.stream(Role.values())
        .filter(
            role -> names.stream().anyMatch(name -> role.name().equalsIgnoreCase(name.toString())))
        .collect(Collectors.toSet());
  }

  private static @Nullable Object claim(Map<String, Object> claims, String path) {
    Object found = claims;
    for (var step : path.split("\\.")) {
      found = found instanceof Map<?, ?> inner ? inner.get(step) : null;
    }
    return found;
  }

  private static OAuth2AuthenticationException refused(String why) {
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, why, null), why);
  }

  /// Somebody under the name that the desk knows them by.
  private static final class Colleague extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String name;

    Colleague(String name, Set<Role> roles, OidcUser known) {
      super(
          roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList(),
          known.getIdToken(),
          known.getUserInfo());
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Colleague colleague && name.equals(colleague.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
