package onrecord.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import onrecord.bot.Answer;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import onrecord.bot.channel.OpenQuestion.Cause;
import onrecord.bot.channel.OpenQuestion.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenQuestionsTest {

  private static final Instant NOW = Instant.parse("2025-11-20T01:00:00Z");
  private static final Person SOMEBODY = new Person("somebody");
  private static final Address CHAT = new Address("telegram", "room", "4711");

  @TempDir Path directory;

  private ChannelDatabase database;
  private OpenQuestions questions;

  @BeforeEach
  void open() {
    database = ChannelDatabase.open(directory);
    questions =
        new OpenQuestions(
            database.source(), Secret.in(directory), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aQuestionLeftForTheTeamWaitsWithAllThatTheTeamNeeds() {
    var left = questions.leave(Cause.ASKED, answer("a1"), SOMEBODY, CHAT);
    assertThat(questions.waiting()).containsExactly(left);
    assertThat(left.question()).isEqualTo("明年的订单情况？");
    assertThat(left.answerId()).isEqualTo("a1");
    assertThat(left.status()).isEqualTo(Status.WAITING);
    assertThat(left.waited(NOW.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void leavingItTwiceLeavesItOnce() {
    var left = questions.leave(Cause.ASKED, answer("a1"), SOMEBODY, CHAT);
    assertThat(questions.leave(Cause.ASKED, answer("a1"), SOMEBODY, CHAT)).isEqualTo(left);
    assertThat(questions.waiting()).hasSize(1);
  }

  @Test
  void aReplySettlesIt() {
    var left = questions.leave(Cause.ASKED, answer("a1"), SOMEBODY, CHAT);
    questions.reply(left.id(), " 请参阅公司公告。 ");
    var settled = questions.question(left.id()).orElseThrow();
    assertThat(settled.status()).isEqualTo(Status.REPLIED);
    assertThat(settled.reply()).isEqualTo("请参阅公司公告。");
    assertThat(settled.settledAt()).isEqualTo(NOW);
    assertThat(questions.waiting()).isEmpty();
    assertThatThrownBy(() -> questions.reply(left.id(), "again"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAHeldAnswerCanBeLetGo() {
    var asked = questions.leave(Cause.ASKED, answer("a1"), SOMEBODY, CHAT);
    var held = questions.leave(Cause.HELD, answer("a1"), SOMEBODY, CHAT);
    assertThatThrownBy(() -> questions.release(asked.id()))
        .isInstanceOf(IllegalStateException.class);
    questions.release(held.id());
    assertThat(questions.holding("a1").orElseThrow().status()).isEqualTo(Status.RELEASED);
  }

  @Test
  void anUnknownQuestionCannotBeSettled() {
    assertThatThrownBy(() -> questions.decline("nothing"))
        .isInstanceOf(NoSuchElementException.class);
  }

  private static Answer answer(String id) {
    return Examples.answer(id, Question.of("明年的订单情况？", NOW), NOW);
  }
}
