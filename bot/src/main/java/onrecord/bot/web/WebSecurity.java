package onrecord.bot.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may do what on the web: anyone reads what is published, curators write.
@Configuration
@EnableConfigurationProperties(ApiSettings.class)
class WebSecurity {

  /// The role of those who may publish.
  static final String CURATOR = "CURATOR";

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain web(HttpSecurity http, ApiSettings settings) {
    return http.authorizeHttpRequests(requests ->
            requests
                .requestMatchers(HttpMethod.POST, "/api/v1/disclosures/**")
                .hasRole(CURATOR)
                .anyRequest()
                .permitAll())
        .addFilterBefore(
            new CuratorKeyFilter(settings.curatorKey(), WebSecurity::refuse),
            AnonymousAuthenticationFilter.class)
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, missing) -> refuse(request, response))
                .accessDeniedHandler((request, response, denied) ->
                    ProblemWriter.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "This key does not allow to publish or withdraw.")))
        // Nothing here rests on a cookie, so there is nothing that another site could ride on.
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(WebSecurity::protect)
        .anonymous(withDefaults())
        .build();
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .crossOriginOpenerPolicy(withDefaults())
        // Each answer says for itself how long it may be kept.
        .cacheControl(cache -> cache.disable());
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    var detail =
        request.getHeader("Authorization") == null
            ? "This needs the curator's key: send it as 'Authorization: Bearer …'."
            : "The key is not the curator's.";
    ProblemWriter.write(response, HttpStatus.UNAUTHORIZED, detail);
  }
}
