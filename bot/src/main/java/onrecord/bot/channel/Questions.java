package onrecord.bot.channel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.AskedThrough;
import onrecord.bot.Assistant;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import onrecord.bot.channel.Incoming.Asked;
import onrecord.bot.channel.Limits.Admission;
import onrecord.bot.channel.Reply.Said;
import onrecord.corpus.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers questions, each once: what was answered before a restart is said again and not answered
/// anew.
final class Questions {

  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
  private static final String ANSWER = "answer";
  private static final int ATTEMPTS = 3;

  private final Assistant assistant;
  private final Answers answers;
  private final Limits limits;
  private final Team team;
  private final Memory memory;
  private final Wording.Book words;
  private final Time time;
  private final Semaphore places;

  Questions(
      Assistant assistant,
      Answers answers,
      Limits limits,
      Team team,
      Memory memory,
      Wording.Book words,
      Time time,
      int concurrentAnswers) {
    this.assistant = assistant;
    this.answers = answers;
    this.limits = limits;
    this.team = team;
    this.memory = memory;
    this.words = words;
    this.time = time;
    this.places = new Semaphore(concurrentAnswers);
  }

  void answer(Asked asked, Exchange exchange, Item item) {
    var given = item.notes().read(ANSWER).flatMap(answers::answer);
    if (given.isPresent()) {
      exchange.say(team.give(given.get(), asked.asker()));
      return;
    }
    var wording = words.in(memory.languageOf(asked.asker()));
    if (item.attempts() == 1 && !admit(asked, exchange, wording)) {
      return;
    }
    read(asked, exchange, wording)
        .ifPresent(question -> answer(question, asked.asker(), exchange, item, wording));
  }

  /// Whether somebody may ask; if not, says so once.
  private boolean admit(Asked asked, Exchange exchange, Wording wording) {
    return switch (limits.admit(asked.asker().person(), asked.at())) {
      case Admission.Admitted() -> true;
      case Admission.TooMany(var wait, var first) -> {
        if (first) {
          exchange.say(Said.of(wording.of("tooMany", Map.of("seconds", wait.toSeconds() + 1))));
        }
        yield false;
      }
      case Admission.TooBusy() -> {
        exchange.say(Said.of(wording.label("page.error.busy")));
        yield false;
      }
    };
  }

  /// The question; empty where it cannot be read as one, and that was said.
  private Optional<Question> read(Asked asked, Exchange exchange, Wording wording) {
    try {
      return Optional.of(
          new Question(
              asked.text(),
              time.instant(),
              null,
              memory.chosenBy(asked.asker()).orElse(null),
              memory.earlierQuestions(asked.asker())));
    } catch (InvalidQuestionException unreadable) {
      exchange.say(
          Said.of(
              wording.label(
                  switch (unreadable.fault()) {
                    case EMPTY -> "page.error.empty";
                    case TOO_LONG -> "page.error.tooLong";
                    case CONTROL_CHARACTERS -> "page.error.characters";
                  })));
      return Optional.empty();
    }
  }

  private void answer(
      Question question, Asker asker, Exchange exchange, Item item, Wording wording) {
    exchange.begin(searching(question, asker));
    try {
      var answer = answer(question, asker.address().channel(), exchange);
      item.notes().write(ANSWER, answer.id());
      memory.asked(asker, question.text(), answer.id());
      exchange.say(team.give(answer, asker));
    } catch (PostponedException | UnreachableException ofTheChannel) {
      throw ofTheChannel;
    } catch (RuntimeException failure) {
      if (item.attempts() < ATTEMPTS) {
        throw failure;
      }
      LOG.error("A question could not be answered in {} attempts", ATTEMPTS, failure);
      exchange.say(Said.of(wording.label("page.error.other")));
    }
  }

  private String searching(Question question, Asker asker) {
    var chinese = question.text().codePoints().anyMatch(Character::isIdeographic);
    var language =
        memory
            .chosenBy(asker)
            .orElse(chinese && asker.language() == Language.EN ? Language.ZH : asker.language());
    return words.in(language).of("searching");
  }

  private Answer answer(Question question, String channel, Exchange exchange) {
    places.acquireUninterruptibly();
    try (var _ = AskedThrough.channel(channel)) {
      return assistant.answer(question, team.mayHold() ? Assistant.Progress.IGNORED : exchange);
    } finally {
      places.release();
    }
  }
}
