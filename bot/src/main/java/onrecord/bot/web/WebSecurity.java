package onrecord.bot.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import onrecord.bot.desk.keys.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.cors.CorsConfiguration;

/// Who may do what on the web: anyone reads what is published, curators write.
@Configuration
@EnableConfigurationProperties({ApiSettings.class, SiteSettings.class})
class WebSecurity {

  /// The role of those who may publish.
  static final String CURATOR = "CURATOR";

  @Bean
  SecurityFilterChain web(
      HttpSecurity http, ApiSettings settings, SiteSettings sites, ApiKeys keys) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(HttpMethod.POST, "/api/v1/disclosures/**")
                .hasRole(CURATOR)
                .requestMatchers("/api/v1/weekly")
                .hasAnyRole(CURATOR, "REVIEWER", "AUDITOR")
                .anyRequest()
                .permitAll())
        .addFilterBefore(
            new KeyFilter(settings.curatorKey(), keys, WebSecurity::refuse),
            AnonymousAuthenticationFilter.class)
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, missing) -> refuse(request, response))
                .accessDeniedHandler((request, response, denied) ->
                    ProblemWriter.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "This key does not allow to publish or withdraw.")))
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(WebSecurity::couldBeForged))
        // Who signed in at the console may write here too; nothing here begins a session.
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(headers -> protect(headers, sites))
        .cors(cors -> cors.configurationSource(request -> openTo(request, sites)))
        .anonymous(withDefaults())
        .build();
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers, SiteSettings sites) {
    PageHeaders.protect(headers, sites.origins());
    // Each answer says for itself how long it may be kept.
    headers.cacheControl(cache -> cache.disable());
  }

  /// The sites that may show the page may also ask by scripts of their own. Nothing is said to any
  /// other site: its browsers refuse by themselves, and a proxy that hides this service's own
  /// address cannot make it a stranger to itself.
  private static @Nullable CorsConfiguration openTo(
      HttpServletRequest request, SiteSettings sites) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null
        || !sites.origins().contains(origin)
        || !request.getServletPath().startsWith("/api/v1/")) {
      return null;
    }
    var open = new CorsConfiguration();
    open.setAllowedOrigins(sites.origins());
    open.setAllowedMethods(List.of("GET", "POST"));
    open.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT));
    open.setMaxAge(Duration.ofHours(1));
    return open;
  }

  /// A write that rests on the session of the console could be another site's doing.
  private static boolean couldBeForged(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getServletPath().startsWith("/api/v1/disclosures")
        && request.getHeader("Authorization") == null
        && request.getSession(false) != null;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    var detail =
        request.getHeader("Authorization") == null
            ? "This needs a curator's key: send it as 'Authorization: Bearer …'."
            : "The key is not valid here: it is unknown, revoked or expired.";
    ProblemWriter.write(response, HttpStatus.UNAUTHORIZED, detail);
  }
}
