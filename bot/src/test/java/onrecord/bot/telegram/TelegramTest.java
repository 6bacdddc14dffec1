package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramTest {

  @TempDir Path directory;

  private Platform platform;
  private FakeTelegram telegram;

  @BeforeEach
  void begin() throws IOException {
    platform = Platform.in(directory);
    telegram = platform.telegram;
  }

  @AfterEach
  void end() {
    assertThat(telegram.violations()).isEmpty();
    platform.close();
  }

  @Test
  void aQuestionIsAnsweredWithItsCitationAndTheButtonsForIt() {
    var chat = telegram.chat(7);
    chat.writes("2025年前三季度营业收入是多少？");
    platform.settle();
    assertThat(chat.replies()).hasSize(1);
    System.out.println(chat.lastReply().raw);
    System.out.println(chat.lastReply().buttons());
  }
}
