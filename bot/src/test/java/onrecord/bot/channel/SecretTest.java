package onrecord.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

  @TempDir Path directory;
  @TempDir Path elsewhere;

  @Test
  void aPersonIsTheSameAfterARestartAndAnotherInEveryChannelAndInstallation() {
    var person = Secret.in(directory).person("telegram", "4711");
    assertThat(Secret.in(directory).person("telegram", "4711")).isEqualTo(person);
    assertThat(Secret.in(directory).person("wechat", "4711")).isNotEqualTo(person);
    assertThat(Secret.in(elsewhere).person("telegram", "4711")).isNotEqualTo(person);
    assertThat(person.value()).hasSize(43).doesNotContain("4711");
  }

  @Test
  void whatIsSealedOpensWithTheSameKeyAlone() {
    var sealed = Secret.in(directory).seal("4711");
    assertThat(sealed).doesNotContain("4711");
    assertThat(Secret.in(directory).open(sealed)).isEqualTo("4711");
    assertThatThrownBy(() -> Secret.in(elsewhere).open(sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameTextIsNeverSealedTheSameWay() {
    var secret = Secret.in(directory);
    assertThat(secret.seal("4711")).isNotEqualTo(secret.seal("4711"));
  }
}
