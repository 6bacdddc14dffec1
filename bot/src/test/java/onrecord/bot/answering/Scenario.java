package onrecord.bot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onrecord.bot.Answer;
import onrecord.bot.Question;
import onrecord.bot.evaluation.Provenance;
import onrecord.bot.views.AnswerView;
import onrecord.corpus.Corpus;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Intake;
import onrecord.corpus.Speaker;
import onrecord.prompts.Prompts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What was disclosed when, what is asked as of when, and what must be said.
///
/// Whatever a scenario expects, each of its answers is also held against what no answer may do.
abstract class Scenario {

  private static final Provenance PROVENANCE = new Provenance(Prompts.bundled());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path directory;

  private final List<Story> stories = new ArrayList<>();

  @AfterEach
  void close() {
    stories.forEach(story -> story.installed.close());
  }

  /// A fresh installation that holds these documents, each from its publication on.
  final Story given(Document... documents) {
    var folder = directory.resolve("story-" + stories.size());
    var story = new Story(Installed.in(folder.resolve("data")), inbox(folder));
    stories.add(story);
    for (var document : documents) {
      story.take(document);
    }
    story.installed.index().reconcile();
    return story;
  }

  private static Path inbox(Path folder) {
    try {
      return Files.createDirectories(folder.resolve("inbox"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the inbox", e);
    }
  }

  /// What has been disclosed so far.
  static final class Story {

    private final Installed installed;
    private final Path inbox;
    private final Map<String, DisclosureId> ids = new HashMap<>();

    private Story(Installed installed, Path inbox) {
      this.installed = installed;
      this.inbox = inbox;
    }

    private void take(Document document) {
      switch (installed.corpus().take(document.writeTo(inbox))) {
        case Intake.Taken taken -> ids.put(document.label(), taken.disclosure().id());
        case Intake.AlreadyKnown known ->
            throw new AssertionError("Two documents are the same: " + known);
        case Intake.Refused refused -> throw new AssertionError(refused.toString());
        case Intake.Unpacked archive -> throw new AssertionError(archive.toString());
      }
    }

    /// What follows is asked after a disclosure was withdrawn.
    Story withdrawing(String label) {
      installed.corpus().withdraw(Objects.requireNonNull(ids.get(label)), "misprinted");
      return this;
    }

    /// The answer, for comparing with another.
    Answer answer(Question question) {
      return installed.assistant().answer(question);
    }

    Asking when(String question) {
      return new Asking(this, List.of(), question);
    }

    /// A question that was asked before in the same conversation.
    Following after(String earlier) {
      return new Following(this, earlier);
    }
  }

  record Following(Story story, String earlier) {

    Asking when(String question) {
      return new Asking(story, List.of(earlier), question);
    }
  }

  record Asking(Story story, List<String> conversation, String question) {

    /// In the evening of a day, just after what was published that evening.
    Reply askedOn(String day) {
      return askedAt(Document.eveningOf(day).plusSeconds(1));
    }

    Reply askedNow() {
      return askedAt(Clock.systemUTC().instant());
    }

    private Reply askedAt(Instant asOf) {
      var asked = new Question(question, asOf, null, null, conversation);
      var answer = story.installed.assistant().answer(asked);
      holdAgainstTheRules(answer, story.installed.corpus());
      return new Reply(story, answer);
    }
  }

  record Reply(Story story, Answer answer) {

    Story then(Expectation... expectations) {
      for (var expectation : expectations) {
        expectation.hold(answer);
      }
      return story;
    }
  }

  /// No sentence without a standard phrase or a citation that bears it out; no citation but of the
  /// company's own words, word for word, in force when the question was put.
  private static void holdAgainstTheRules(Answer answer, Corpus corpus) {
    var shown = JSON.valueToTree(AnswerView.of(answer, java.time.ZoneId.of("Asia/Shanghai")));
    assertThat(PROVENANCE.unsupported(shown)).as(answer.text()).isEmpty();
    for (var citation : answer.citations()) {
      var passage = corpus.passage(citation.passage()).orElseThrow();
      assertThat(passage.speaker()).as(citation.quote()).isEqualTo(Speaker.COMPANY);
      assertThat(passage.text().replace('\t', ' ')).contains(citation.quote());
      assertThat(citation.disclosure().isInForce(answer.asOf())).as(citation.quote()).isTrue();
      assertThat(answer.claims())
          .as("a claim that rests on citation %s", citation.number())
          .anyMatch(claim -> claim.citations().contains(citation.number()));
    }
  }
}
