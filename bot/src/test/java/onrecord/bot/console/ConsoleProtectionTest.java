package onrecord.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.bot.OnRecord;
import onrecord.bot.desk.people.People;
import onrecord.bot.desk.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What the desk's doors withstand, spoken to as any program would.
@SpringBootTest(classes = OnRecord.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsoleProtectionTest {

  private static final String PASSWORD = "correct horse battery";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String EVIL = "<script>alert(1)</script>";

  @TempDir static Path folder;

  @LocalServerPort int port;

  @Autowired People people;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("onrecord.data", () -> folder.resolve("data").toString());
  }

  @Test
  void whoSignsInGetsANewSession() throws Exception {
    var name = personWith(EnumSet.of(Role.AUDITOR));
    get("/console/sign-in");
    var before = session();
    assertThat(signIn(name, PASSWORD).headers().firstValue("Location").orElseThrow())
        .endsWith("/console");
    assertThat(session()).isNotEqualTo(before);
  }

  @Test
  void theSessionIsForThisSiteAndForNoScript() throws Exception {
    var set = get("/console/sign-in").headers().allValues("Set-Cookie");
    assertThat(set)
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict");
  }

  @Test
  void aNameRestsAfterFiveWrongPasswordsEvenForTheRightOne() throws Exception {
    var name = personWith(EnumSet.of(Role.AUDITOR));
    for (int i = 0; i < 5; i++) {
      assertThat(signIn(name, "wrong").headers().firstValue("Location").orElseThrow())
          .endsWith("?failed");
    }
    assertThat(signIn(name, PASSWORD).headers().firstValue("Location").orElseThrow())
        .endsWith("?wait");
  }

  @Test
  void noFormIsTakenThatThisSiteDidNotGive() throws Exception {
    signIn(personWith(EnumSet.allOf(Role.class)), PASSWORD);
    assertThat(post("/console/people", Map.of("name", "mallory")).statusCode()).isEqualTo(403);
    assertThat(post("/console/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(people.person("mallory")).isEmpty();
  }

  @Test
  void eachPageTellsTheBrowserWhatItMayDo() throws Exception {
    signIn(personWith(EnumSet.allOf(Role.class)), PASSWORD);
    for (var path : new String[] {"/console/sign-in", "/console/audit", "/console/people/keys"}) {
      var headers = get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.map()).containsKeys("x-content-type-options", "referrer-policy");
      assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }
  }

  @Test
  void whatAnyoneWritesIsShownAsText() throws Exception {
    ask(EVIL);
    signIn(personWith(EnumSet.allOf(Role.class)), PASSWORD);
    var form = get("/console/people/keys").body();
    post("/console/people/keys", Map.of("_csrf", token(form), "name", EVIL, "role", "ASKER"));
    for (var path :
        new String[] {
          "/console/audit",
          "/console/people/keys",
          "/console/questions",
          "/console/audit?q=" + encoded(EVIL)
        }) {
      assertThat(get(path).body()).as(path).doesNotContain(EVIL);
    }
    assertThat(get("/console/people/keys").body()).contains("&lt;script&gt;");
  }

  @Test
  void whatTheDeskHoldsIsOpenToNobodyElse() throws Exception {
    for (var path : new String[] {"/console/people", "/console/audit", "/console/people/keys"}) {
      assertThat(get(path).statusCode()).isIn(302, 401, 403);
    }
    signIn(personWith(EnumSet.of(Role.REVIEWER)), PASSWORD);
    for (var path : new String[] {"/console/people", "/console/audit", "/console/people/keys"}) {
      assertThat(get(path).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void thereIsOneFirstPersonAndNoSecondOne() {
    if (people.all().isEmpty()) {
      assertThat(people.begin()).isPresent();
    }
    assertThat(people.begin()).isEmpty();
    assertThat(people.all())
        .allSatisfy(person -> assertThat(person.password()).startsWith("{bcrypt}"));
  }

  private String personWith(EnumSet<Role> roles) {
    var name = "person" + people.all().size();
    people.add(name, PASSWORD, roles, "test");
    return name;
  }

  private String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> signIn(String name, String password) throws Exception {
    var form = get("/console/sign-in").body();
    return post(
        "/console/sign-in", Map.of("_csrf", token(form), "name", name, "password", password));
  }

  private static String token(String page) {
    var token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private void ask(String question) throws Exception {
    var request =
        HttpRequest.newBuilder(address("/api/v1/answers"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"question\":\"%s\"}".formatted(question)));
    http.send(request.build(), BodyHandlers.discarding());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private URI address(String path) {
    return URI.create("http://localhost:%d%s".formatted(port, path));
  }
}
