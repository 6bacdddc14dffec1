package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.bot.channel.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everyone at once, while everything goes wrong.
class TelegramStormTest {

  private static final int CHATS = 1_000;
  private static final String SEARCHING = "正在检索披露文件……";
  private static final Platform.Conditions CONDITIONS =
      Platform.Conditions.USUAL.jumping(Duration.ofMillis(200), Duration.ofSeconds(50));

  @TempDir Path directory;

  @Test
  void aThousandChatsAreAnsweredOnceThroughThreeRestartsAndAMinuteOfTooManyRequests()
      throws IOException {
    try (var platform = Platform.in(directory, CONDITIONS)) {
      var telegram = platform.telegram;
      telegram.plan(aMinuteOfTooManyRequests(platform, platform.time.instant().plusSeconds(20)));
      IntStream.rangeClosed(1, CHATS).forEach(i -> telegram.chat(i).writes(question(i)));
      for (var answered : List.of(150, 400, 700)) {
        telegram.await(() -> answers(telegram) >= answered);
        platform.kill();
        platform.time.pause(Duration.ofSeconds(2), new Ending());
        platform.restart();
      }
      platform.settle();
      IntStream.rangeClosed(1, CHATS)
          .forEach(
              i -> assertThat(answersIn(telegram.chat(i))).containsExactly("您问的是：" + question(i)));
      assertThat(telegram.violations()).isEmpty();
      assertThat(leftOvers(telegram)).hasSizeLessThan(CHATS / 4).allMatch(SEARCHING::equals);
    }
  }

  /// What was placed for an answer when the program ended, before it could be noted.
  private static List<String> leftOvers(FakeTelegram telegram) {
    return IntStream.rangeClosed(1, CHATS)
        .mapToObj(i -> telegram.chat(i).replies())
        .flatMap(List::stream)
        .map(reply -> reply.text)
        .filter(text -> !text.startsWith("您问的是："))
        .toList();
  }

  private static Fault.Plan aMinuteOfTooManyRequests(Platform platform, Instant from) {
    var random = new Random(42);
    return (method, chat) -> {
      var now = platform.time.instant();
      return chat != 0 && now.isAfter(from) && now.isBefore(from.plusSeconds(60))
          ? new Fault.TooMany(1 + random.nextInt(30))
          : Fault.NONE;
    };
  }

  private static String question(int chat) {
    return "第" + chat + "位投资者：营业收入是多少？";
  }

  private static long answers(FakeTelegram telegram) {
    return IntStream.rangeClosed(1, CHATS).mapToLong(i -> answersIn(telegram.chat(i)).size()).sum();
  }

  private static List<String> answersIn(FakeChat chat) {
    return chat.replies().stream()
        .map(reply -> reply.text.lines().findFirst().orElse(""))
        .filter(line -> line.startsWith("您问的是："))
        .toList();
  }
}
