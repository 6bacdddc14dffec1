package onrecord.bot.web;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every page and answer tells a browser to keep to.
public final class PageHeaders {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors ";

  private PageHeaders() {}

  /// No script or style but the program's own files, no frames, no devices.
  public static void protect(HeadersConfigurer<HttpSecurity> headers) {
    protect(headers, "'none'");
  }

  /// The same, but other sites may show the page in a frame of theirs.
  ///
  /// @param origins of those sites; with none, no site may
  static void protect(HeadersConfigurer<HttpSecurity> headers, List<String> origins) {
    if (origins.isEmpty()) {
      protect(headers);
    } else {
      protect(headers, String.join(" ", origins));
      // The older header cannot name sites; browsers that know the policy do not need it.
      headers.frameOptions(frames -> frames.disable());
    }
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers, String framedBy) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY + framedBy))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()"))
        .crossOriginOpenerPolicy(withDefaults());
  }
}
