package onrecord.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
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

/// The way into the desk with an account of the company's.
@SpringBootTest(classes = OnRecord.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SingleSignOnTest {

  @TempDir static Path folder;

  private static final IdentityProvider PROVIDER = IdentityProvider.start();

  @LocalServerPort int port;

  @Autowired People people;

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .build();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("onrecord.data", () -> folder.resolve("data").toString());
    registry.add("onrecord.single-sign-on.issuer", PROVIDER::issuer);
    registry.add("onrecord.single-sign-on.client-secret", () -> IdentityProvider.SECRET);
    registry.add("onrecord.single-sign-on.roles-claim", () -> "realm_access.roles");
  }

  @Test
  void whomTheCompanyVouchesForComesInWithTheRolesThatItSays() throws Exception {
    PROVIDER.vouchesFor("li.wei", "auditor", "cook");
    assertThat(get("/console/sign-in").body()).contains(SingleSignOn.BEGIN);
    var page = get(SingleSignOn.BEGIN);
    assertThat(page.uri().getPath()).isEqualTo("/console/questions");
    assertThat(page.body()).contains("sso:li.wei");
    assertThat(get("/console/audit").statusCode()).isEqualTo(200);
    assertThat(get("/console/people").statusCode()).isEqualTo(403);
    assertThat(people.person("sso:li.wei").orElseThrow().roles()).containsExactly(Role.AUDITOR);
  }

  @Test
  void theRolesFollowWhatTheCompanySaysAtTheNextSignIn() throws Exception {
    PROVIDER.vouchesFor("wang.fang", "CURATOR");
    get(SingleSignOn.BEGIN);
    PROVIDER.vouchesFor("wang.fang", "REVIEWER");
    get(SingleSignOn.BEGIN);
    assertThat(people.person("sso:wang.fang").orElseThrow().roles()).containsExactly(Role.REVIEWER);
  }

  @Test
  void whoIsLockedHereStaysOutWhateverTheCompanySays() throws Exception {
    people.add("somebody else", People.randomPassword(), EnumSet.allOf(Role.class), "test");
    people.vouchedFor("zhao.min", EnumSet.of(Role.CURATOR));
    people.change("sso:zhao.min", EnumSet.of(Role.CURATOR), true, "test");
    PROVIDER.vouchesFor("zhao.min", "CURATOR");
    var page = get(SingleSignOn.BEGIN);
    assertThat(page.uri().toString()).endsWith("/console/sign-in?stranger");
    assertThat(get("/console/disclosures").uri().getPath()).isEqualTo("/console/sign-in");
  }

  @Test
  void anAccountOfTheCompanysIsNeverTakenForOneOfTheSameNameHere() throws Exception {
    people.add("chen.jie", People.randomPassword(), EnumSet.allOf(Role.class), "test");
    PROVIDER.vouchesFor("chen.jie");
    get(SingleSignOn.BEGIN);
    assertThat(get("/console/people").statusCode()).isEqualTo(403);
    assertThat(people.person("sso:chen.jie").orElseThrow().roles()).isEmpty();
  }

  @Test
  void aReturnThatNobodySetOutForIsRefused() throws Exception {
    PROVIDER.vouchesFor("mallory", "ADMINISTRATOR");
    var page = get(SingleSignOn.RETURN + "?code=once&state=made-up");
    assertThat(page.uri().toString()).endsWith("/console/sign-in?stranger");
    assertThat(people.person("sso:mallory")).isEmpty();
  }

  @Test
  void theSessionIsFoundOnTheWayBackFromAnotherSite() throws Exception {
    assertThat(get("/console/sign-in").headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax");
  }

  private HttpResponse<String> get(String path) throws Exception {
    var address = URI.create("http://localhost:%d%s".formatted(port, path));
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
