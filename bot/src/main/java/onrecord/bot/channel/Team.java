package onrecord.bot.channel;

import java.util.List;
import java.util.Map;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.channel.Reply.Given;
import onrecord.bot.channel.Reply.Line;
import onrecord.bot.channel.Reply.Said;

/// What goes to the IR team and comes back from it.
final class Team {

  private static final int LONGEST_QUESTION = 200;

  private final OpenQuestions openQuestions;
  private final Answers answers;
  private final Review review;
  private final Memory memory;
  private final Persons persons;
  private final Wording.Book words;

  Team(
      OpenQuestions openQuestions,
      Answers answers,
      Review review,
      Memory memory,
      Persons persons,
      Wording.Book words) {
    this.openQuestions = openQuestions;
    this.answers = answers;
    this.review = review;
    this.memory = memory;
    this.persons = persons;
    this.words = words;
  }

  /// The answer, or word that the team sees it first.
  Reply give(Answer answer, Asker asker) {
    if (!review.holds(answer)) {
      return Given.of(answer);
    }
    var wording = words.in(answer.language());
    if (!asker.reachable()) {
      return Said.of(wording.of("heldHere"));
    }
    openQuestions.leave(OpenQuestion.Cause.HELD, answer, asker.person(), asker.address());
    return Said.of(wording.of("held"));
  }

  /// Leaves a question for the team.
  Reply handOn(Asker asker, String answerId) {
    var wording = words.in(memory.languageOf(asker));
    var answer = answers.answer(answerId);
    if (answer.isEmpty() || !asker.reachable()) {
      return Said.of(wording.of("gone"));
    }
    persons.agree(asker.person());
    openQuestions.leave(OpenQuestion.Cause.ASKED, answer.get(), asker.person(), asker.address());
    return Said.of(wording.of("team.handed"));
  }

  Reply handOnLast(Asker asker) {
    return memory
        .lastAnswer(asker)
        .map(answerId -> handOn(asker, answerId))
        .orElseGet(() -> Said.of(words.in(memory.languageOf(asker)).of("team.nothing")));
  }

  /// Says what the team said, where the question came from.
  void deliver(String id, Channel channel, Notes notes) {
    var question = openQuestions.question(id);
    var address = openQuestions.address(id);
    if (question.isEmpty() || address.isEmpty()) {
      return;
    }
    var wording = words.in(question.get().language());
    var exchange = channel.speakTo(address.get(), notes);
    exchange.begin(wording.of("team.replied"));
    exchange.say(reply(question.get(), wording));
    openQuestions.forgetAddress(id);
  }

  private Reply reply(OpenQuestion question, Wording wording) {
    return switch (question.status()) {
      case RELEASED -> Given.of(answer(question));
      case REPLIED ->
          question.cause() == OpenQuestion.Cause.HELD
              ? new Given(answer(question), words(question))
              : said(question, "team.replied", words(question), wording);
      case DECLINED -> said(question, "team.replied", wording.of("team.declined"), wording);
      case WAITING ->
          throw new IllegalStateException("Nobody has settled the question " + question.id());
    };
  }

  private static Said said(OpenQuestion question, String lead, String reply, Wording wording) {
    var asked = Pieces.beginning(question.question().strip(), LONGEST_QUESTION, String::length);
    return Said.of(
        List.of(
            Line.of(wording.of(lead)),
            Line.of(wording.of("team.question", Map.of("question", asked))),
            Line.of(reply)));
  }

  private static String words(OpenQuestion question) {
    var reply = question.reply();
    return reply == null ? "" : reply;
  }

  private Answer answer(OpenQuestion question) {
    return answers
        .answer(question.answerId())
        .orElseThrow(
            () -> new IllegalStateException("The answer " + question.answerId() + " is not kept"));
  }
}
