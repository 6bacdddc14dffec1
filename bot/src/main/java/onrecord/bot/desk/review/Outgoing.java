package onrecord.bot.desk.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Verdict;
import onrecord.bot.answers.AuditEntry.Kind;
import onrecord.bot.answers.AuditTrail;
import onrecord.bot.channel.Address;
import onrecord.bot.channel.OpenQuestion;
import onrecord.bot.channel.OpenQuestions;
import onrecord.bot.channel.Person;
import onrecord.bot.channel.Review;
import onrecord.bot.views.AnswerView;
import onrecord.prompts.Phrase;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;

/// What an asker hears: the answer itself, or that it waits for a person, or what that person made
/// of it.
public final class Outgoing {

  private static final Address COMES_BACK = new Address("web", "web", "");

  private final Review review;
  private final OpenQuestions questions;
  private final Prompts prompts;
  private final AuditTrail trail;

  public Outgoing(Review review, OpenQuestions questions, Prompts prompts, AuditTrail trail) {
    this.review = review;
    this.questions = questions;
    this.prompts = prompts;
    this.trail = trail;
  }

  /// An answer as it leaves.
  ///
  /// @param state how far its review has come; null where there is none
  /// @param since when it began to wait
  public record Sent(Answer answer, @Nullable State state, @Nullable Instant since) {

    /// As interfaces show it.
    ///
    /// @param zone in which times are given
    public AnswerView view(ZoneId zone) {
      var view = AnswerView.of(answer, zone);
      return state == null || since == null
          ? view
          : view.reviewed(
              new AnswerView.Review(state.name(), since.atZone(zone).toOffsetDateTime()));
    }
  }

  /// How far a review has come.
  public enum State {
    WAITING,
    APPROVED,
    EDITED,
    DECLINED
  }

  /// Whether any answer may have to wait, so that its steps must not be told before it is whole.
  public boolean mayHold() {
    return review.mayHold();
  }

  /// A new answer, for somebody who comes back for it where it has to wait.
  public Sent send(Answer answer) {
    if (!review.holds(answer)) {
      return new Sent(answer, null, null);
    }
    var held =
        questions.leave(
            OpenQuestion.Cause.HELD, answer, new Person("web:" + answer.id()), COMES_BACK);
    return new Sent(silent(answer, Phrase.HELD_FOR_REVIEW), State.WAITING, held.askedAt());
  }

  /// An answer that was given or held before.
  public Sent again(Answer answer) {
    return questions
        .holding(answer.id())
        .map(held -> reviewed(answer, held))
        .orElseGet(() -> new Sent(answer, null, null));
  }

  private Sent reviewed(Answer answer, OpenQuestion held) {
    return switch (held.status()) {
      case WAITING ->
          new Sent(silent(answer, Phrase.HELD_FOR_REVIEW), State.WAITING, held.askedAt());
      case RELEASED -> new Sent(answer, State.APPROVED, held.askedAt());
      case REPLIED -> new Sent(edited(answer, held), State.EDITED, held.askedAt());
      case DECLINED ->
          new Sent(silent(answer, Phrase.DECLINED_BY_REVIEW), State.DECLINED, held.askedAt());
    };
  }

  /// Lets a held answer go, with the words of the reviewer where there are any.
  ///
  /// @throws java.util.NoSuchElementException if there is no such question
  /// @throws IllegalStateException if it is settled already
  public void settle(String id, State decision, String text, String reviewer) {
    switch (decision) {
      case APPROVED -> questions.release(id);
      case EDITED -> questions.reply(id, text);
      case DECLINED -> questions.decline(id);
      case WAITING -> throw new IllegalArgumentException("Waiting is no decision");
    }
    var answer = questions.question(id).map(OpenQuestion::answerId).orElse(id);
    trail.append(Kind.REVIEW, reviewer, answer, Map.of("decision", decision.name(), "text", text));
  }

  /// The waiting answers, the longest waiting first.
  public List<OpenQuestion> waiting() {
    return questions.waiting().stream()
        .filter(question -> question.cause() == OpenQuestion.Cause.HELD)
        .toList();
  }

  public Optional<OpenQuestion> question(String id) {
    return questions.question(id);
  }

  /// Nothing but a phrase: not even the verdict may tell what the answer would be.
  private Answer silent(Answer answer, Phrase phrase) {
    var phrases = prompts.phrases(answer.language().tag());
    return worded(
        answer,
        Verdict.NOT_DISCLOSED,
        phrases.say(phrase, Map.of()),
        List.of(),
        List.of(),
        answer.composer(),
        false);
  }

  /// The reviewer's words, with those citations that they still mark.
  private static Answer edited(Answer answer, OpenQuestion held) {
    var text = held.reply() == null ? answer.text() : held.reply();
    var citations =
        answer.citations().stream()
            .filter(citation -> text.contains("〔" + citation.number() + "〕"))
            .toList();
    var claims = answer.claims().stream().filter(claim -> text.contains(claim.text())).toList();
    return worded(answer, answer.verdict(), text, claims, citations, "edited", true);
  }

  private static Answer worded(
      Answer answer,
      Verdict verdict,
      String text,
      List<Answer.Claim> claims,
      List<Answer.Citation> citations,
      String composer,
      boolean explained) {
    return new Answer(
        answer.id(),
        answer.question(),
        answer.askedAt(),
        answer.asOf(),
        answer.language(),
        answer.issuer(),
        verdict,
        text,
        explained ? answer.parts() : List.of(),
        explained ? answer.nextReport() : null,
        claims,
        citations,
        explained ? answer.evidence() : List.of(),
        answer.corpusRevision(),
        composer,
        answer.prompts(),
        Map.of(),
        List.of(),
        Answer.Usage.NONE);
  }
}
