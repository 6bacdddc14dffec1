package onrecord.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import onrecord.bot.Answers.Feedback;
import onrecord.bot.Examples;
import onrecord.bot.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerArchiveTest {

  private static final Instant ASKED_AT = Instant.parse("2025-11-20T01:00:00.123456789Z");

  @TempDir Path directory;

  @Test
  void anAnswerIsGivenBackJustAsItWasKept() {
    var answer = Examples.answer("a1", Question.of("营业收入是多少？", ASKED_AT), ASKED_AT);
    try (var archive = open()) {
      archive.keep(answer);
      assertThat(archive.answer("a1")).contains(answer);
      assertThat(archive.answer("a1").orElseThrow().timings().keySet())
          .containsExactly("read", "retrieve");
    }
  }

  @Test
  void itIsThereAgainAfterARestart() {
    var answer = Examples.answer("a1", Question.of("营业收入是多少？", ASKED_AT), ASKED_AT);
    try (var archive = open()) {
      archive.keep(answer);
    }
    try (var reopened = open()) {
      assertThat(reopened.answer("a1")).contains(answer);
    }
  }

  @Test
  void anUnknownAnswerIsNotThere() {
    try (var archive = open()) {
      assertThat(archive.answer("nothing")).isEmpty();
      assertThatThrownBy(() -> archive.rate("nothing", new Feedback(true, "")))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("nothing");
    }
  }

  @Test
  void whatAskersThoughtIsKept() {
    try (var archive = open()) {
      archive.keep(Examples.answer("a1", Question.of("营业收入是多少？", ASKED_AT), ASKED_AT));
      archive.rate("a1", new Feedback(false, "请给出单季度数据"));
      archive.rate("a1", new Feedback(true, ""));
      assertThat(archive.feedback("a1"))
          .containsExactly(new Feedback(false, "请给出单季度数据"), new Feedback(true, ""));
    }
  }

  private AnswerArchive open() {
    return AnswerArchive.open(directory, Clock.systemUTC());
  }
}
