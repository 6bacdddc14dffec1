package onrecord.bot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import onrecord.bot.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ApiServer.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "onrecord.api.curator-key=key")
class FileNameTest {

  @LocalServerPort int port;

  @Autowired Settings settings;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.md",
        "../../evil.md",
        "..\\\\evil.md",
        "/tmp/onrecord-evil/evil.md",
        "..%2Fevil.md",
        "..",
        "."
      })
  void noFileIsWrittenWhereItsNamePoints(String name) {
    var sent =
        new ApiClient(port)
            .upload("/api/v1/disclosures", name, "# text", "", "Authorization", "Bearer key");
    assertThat(sent.status()).isLessThan(500);
    assertThat(settings.data().resolveSibling("evil.md")).doesNotExist();
    assertThat(settings.data().resolve("originals/evil.md")).doesNotExist();
    assertThat(settings.data().resolve("evil.md")).doesNotExist();
    assertThat(Path.of("/tmp/onrecord-evil/evil.md")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/disclosures/..%2F..%2Fchannels.key/original",
        "/api/v1/disclosures/%2e%2e%2fchannels.key",
        "/assets/..%2f..%2fapplication.yaml",
        "/assets/%2e%2e/application.yaml"
      })
  void noAddressLeadsOutOfWhatIsShown(String path) {
    assertThat(new ApiClient(port).get(path).status()).isIn(400, 404);
  }
}
