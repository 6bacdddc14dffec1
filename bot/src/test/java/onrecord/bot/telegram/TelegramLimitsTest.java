package onrecord.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who asks too much, and what waits for a person of the company.
class TelegramLimitsTest {

  @TempDir Path directory;

  @Test
  void whoAsksTooMuchIsToldOnceAndAnsweredAgainLater() throws IOException {
    try (var platform = Platform.in(directory, Platform.Conditions.USUAL.limitedTo(3))) {
      var chat = platform.telegram.chat(7);
      var other = platform.telegram.chat(8);
      platform.atOnce(() -> {
        IntStream.range(0, 10).forEach(i -> chat.writes("第" + i + "问？"));
        other.writes("别人的问题？");
      });
      platform.settle();
      assertThat(platform.assistant.asked()).hasSize(3 + 1);
      assertThat(chat.replies().stream().filter(reply -> reply.text.startsWith("您的提问较为频繁")))
          .hasSize(1);
      assertThat(other.lastReply().text).startsWith("您问的是：别人的问题？");
      platform.time.skip(Duration.ofMinutes(2));
      chat.writes("过一会儿再问？");
      platform.settle();
      assertThat(chat.lastReply().text).startsWith("您问的是：过一会儿再问？");
    }
  }

  @Test
  void whenAllTogetherAskTooMuchTheLastAreToldToComeBack() throws IOException {
    try (var platform = Platform.in(directory, Platform.Conditions.USUAL.limitedInAllTo(5))) {
      var all = IntStream.rangeClosed(1, 12).mapToObj(platform.telegram::chat).toList();
      platform.atOnce(() -> all.forEach(chat -> chat.writes("营业收入是多少？")));
      platform.settle();
      assertThat(platform.assistant.asked()).hasSize(5);
      assertThat(all).allSatisfy(chat -> assertThat(chat.replies()).hasSize(1));
      assertThat(all)
          .filteredOn(chat -> chat.lastReply().text.equals("当前提问较多，请稍后再试。"))
          .hasSize(12 - 5);
      platform.time.skip(Duration.ofMinutes(2));
      all.getLast().writes("营业收入是多少？");
      platform.settle();
      assertThat(all.getLast().lastReply().text).startsWith("您问的是：");
    }
  }

  @Test
  void anAnswerThatIsHeldComesWhenItIsReleasedEditedOrDeclined() throws IOException {
    try (var platform =
        Platform.in(directory, Platform.Conditions.USUAL.reviewing(answer -> true))) {
      var open = platform.office.openQuestions();
      for (var user : new long[] {1, 2, 3}) {
        platform.telegram.chat(user).writes("营业收入是多少？");
      }
      platform.settle();
      assertThat(platform.telegram.chat(1).lastReply().text).isEqualTo("您的提问已收到，答复经公司审核后会发到这里。");
      var waiting = open.waiting();
      assertThat(waiting).hasSize(3);
      open.release(waiting.get(0).id());
      open.reply(waiting.get(1).id(), "改过的答复。");
      open.decline(waiting.get(2).id());
      var all = IntStream.rangeClosed(1, 3).mapToObj(platform.telegram::chat).toList();
      platform.telegram.await(() ->
          all.stream().allMatch(chat -> chat.replies().size() == 2 && chat.lastReply().edits > 0));
      assertThat(all.stream().map(chat -> chat.lastReply().text.lines().toList()))
          .anySatisfy(lines -> assertThat(lines).contains("您问的是：营业收入是多少？"))
          .anySatisfy(lines ->
              assertThat(lines).contains("改过的答复。").noneMatch(line -> line.startsWith("〔1〕")))
          .anySatisfy(lines -> assertThat(lines).contains("该提问不作答复，公司情况请以公司公告为准。"));
      assertThat(platform.telegram.violations()).isEmpty();
    }
  }
}
