package onrecord.bot.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A company's provider of identities: it vouches for one person, by OpenID Connect over HTTP, for
/// as long as the tests run.
final class IdentityProvider {

  static final String SECRET = "what only the two know";

  private final HttpServer server;
  private final RSAKey key;

  private volatile String subject = "";
  private volatile List<String> roles = List.of();
  private volatile String nonce = "";

  static IdentityProvider start() {
    try {
      return new IdentityProvider();
    } catch (IOException | JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private IdentityProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("company").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration", exchange -> json(exchange, description()));
    server.createContext("/authorize", this::sendBack);
    server.createContext("/token", this::vouch);
    server.createContext(
        "/keys", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /// Whom it vouches for from now on.
  void vouchesFor(String person, String... withRoles) {
    subject = person;
    roles = List.of(withRoles);
  }

  private String description() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","subject_types_supported":["public"],"response_types_supported":["code"],
     "id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(issuer());
  }

  private void sendBack(HttpExchange exchange) throws IOException {
    var asked = fields(exchange.getRequestURI().getRawQuery());
    nonce = asked.getOrDefault("nonce", "");
    var back = URI.create(asked.get("redirect_uri") + "?code=once&state=" + asked.get("state"));
    exchange.getResponseHeaders().add("Location", back.toString());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void vouch(HttpExchange exchange) throws IOException {
    var expected =
        Base64.getEncoder()
            .encodeToString(
                ("onrecord:" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
    if (!("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    json(
        exchange,
        """
        {"access_token":"opaque","token_type":"Bearer","expires_in":300,"id_token":"%s"}
        """
            .formatted(token()));
  }

  private String token() {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(subject)
            .audience("onrecord")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", nonce)
            .claim("realm_access", Map.of("roles", roles))
            .build();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException unsigned) {
      throw new IllegalStateException(unsigned);
    }
    return token.serialize();
  }

  private static Map<String, String> fields(String query) {
    return Arrays.stream(query.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
