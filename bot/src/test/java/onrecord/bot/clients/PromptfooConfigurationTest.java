package onrecord.bot.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.exporting.Promptfoo;
import org.junit.jupiter.api.Test;

class PromptfooConfigurationTest {

  @Test
  void itIsTheDemoSuite() throws IOException {
    var suite = Suite.readAll(List.of(Path.of("..", "corpus", "suites", "demo.jsonl")));
    assertThat(Path.of("promptfoo", "promptfooconfig.yaml"))
        .as(
            "Renew it: java -jar bot/target/onrecord.jar suite export promptfoo corpus/suites/demo.jsonl --into bot/promptfoo/promptfooconfig.yaml")
        .exists()
        .content()
        .isEqualTo(new Promptfoo(URI.create("http://localhost:8080")).configuration(suite));
    assertThat(Files.isExecutable(Path.of("promptfoo", "run"))).isTrue();
  }
}
