package onrecord.bot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import onrecord.bot.desk.keys.ApiKey;
import onrecord.bot.desk.keys.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows who sends a key: one that was issued, or the configured one of curators. Who sends another
/// one is sent away.
final class KeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";
  private static final String SENT = "onrecord.key";

  private final byte[] curatorKey;
  private final ApiKeys keys;
  private final Rejection rejection;

  KeyFilter(String curatorKey, ApiKeys keys, Rejection rejection) {
    this.curatorKey = curatorKey.getBytes(StandardCharsets.UTF_8);
    this.keys = keys;
    this.rejection = rejection;
  }

  /// How a wrong key is answered.
  interface Rejection {

    void reject(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  /// The issued key that a request was sent with; null where there is none.
  static @Nullable ApiKey sentWith(HttpServletRequest request) {
    return (ApiKey) request.getAttribute(SENT);
  }

  /// What clients of other services send as a key, because they cannot but send one, is none here:
  /// outside the API's own addresses it counts only if it has the form of one.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var authorization = request.getHeader("Authorization");
    return authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || (!request.getServletPath().startsWith("/api/") && !ApiKeys.isKey(key(authorization)));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var sent = key(request.getHeader("Authorization"));
    if (isCuratorKey(sent)) {
      admit("curator", ApiKey.Role.CURATOR);
    } else {
      Optional<ApiKey> issued = keys.key(sent);
      if (issued.isEmpty()) {
        rejection.reject(request, response);
        return;
      }
      request.setAttribute(SENT, issued.get());
      admit("key " + issued.get().name(), issued.get().role());
    }
    chain.doFilter(request, response);
  }

  private static String key(String authorization) {
    return authorization.substring(SCHEME.length()).strip();
  }

  private static void admit(String name, ApiKey.Role role) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            name, null, List.of(new SimpleGrantedAuthority("ROLE_" + role))));
    SecurityContextHolder.setContext(context);
  }

  /// In a time that tells nothing about the key; without a configured key, none is right.
  private boolean isCuratorKey(String sent) {
    return curatorKey.length > 0
        && MessageDigest.isEqual(curatorKey, sent.getBytes(StandardCharsets.UTF_8));
  }
}
