package onrecord.bot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Makes who sends the curator's key a curator, and sends away who sends another one.
final class CuratorKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final byte[] key;
  private final Rejection rejection;

  CuratorKeyFilter(String key, Rejection rejection) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.rejection = rejection;
  }

  /// How a wrong key is answered.
  interface Rejection {

    void reject(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var authorization = request.getHeader("Authorization");
    return authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isKey(request.getHeader("Authorization").substring(SCHEME.length()).strip())) {
      rejection.reject(request, response);
      return;
    }
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            "curator", null, List.of(new SimpleGrantedAuthority("ROLE_" + WebSecurity.CURATOR))));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  /// In a time that tells nothing about the key; without a configured key, none is right.
  private boolean isKey(String sent) {
    return key.length > 0 && MessageDigest.isEqual(key, sent.getBytes(StandardCharsets.UTF_8));
  }
}
