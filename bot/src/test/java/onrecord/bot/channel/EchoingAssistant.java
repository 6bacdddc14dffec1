package onrecord.bot.channel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Examples;
import onrecord.bot.Question;

/// Answers each question with the question itself and a citation, and keeps what it answered
/// through restarts of what is around it.
public final class EchoingAssistant implements Assistant, Answers {

  private final Time clock;
  private final Map<String, Answer> kept = new ConcurrentHashMap<>();
  private final Map<String, Feedback> ratings = new ConcurrentHashMap<>();
  private final List<Question> asked = new CopyOnWriteArrayList<>();
  private volatile Duration pause = Duration.ZERO;
  private volatile UnaryOperator<String> wording =
      question -> "您问的是：" + question + "\n公司实现营业收入73,403.32万元。〔1〕";

  public EchoingAssistant(Time clock) {
    this.clock = clock;
  }

  /// Says something else from now on.
  public void say(UnaryOperator<String> wording) {
    this.wording = wording;
  }

  /// Takes so long before each claim, from now on.
  public void think(Duration pause) {
    this.pause = pause;
  }

  public List<Question> asked() {
    return asked;
  }

  public Map<String, Feedback> ratings() {
    return ratings;
  }

  @Override
  public Answer answer(Question question, Progress progress) {
    asked.add(question);
    var example = Examples.answer(UUID.randomUUID().toString(), question, clock.instant());
    var answer =
        new Answer(
            example.id(),
            example.question(),
            example.askedAt(),
            example.asOf(),
            question.language() == null ? example.language() : question.language(),
            example.issuer(),
            example.verdict(),
            wording.apply(question.text()),
            example.parts(),
            example.nextReport(),
            example.claims(),
            example.citations(),
            example.evidence(),
            example.corpusRevision(),
            example.composer(),
            example.prompts(),
            example.timings(),
            question.text().contains("对比") ? List.of(Examples.REVENUES) : List.of(),
            example.usage());
    for (var claim : answer.claims()) {
      think();
      progress.claimed(claim, answer.citations());
      think();
    }
    keep(answer);
    return answer;
  }

  private void think() {
    if (pause.isPositive()) {
      clock.pause(pause, new Ending());
    }
  }

  @Override
  public void keep(Answer answer) {
    kept.put(answer.id(), answer);
  }

  @Override
  public Optional<Answer> answer(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public void rate(String id, Feedback feedback) {
    if (!kept.containsKey(id)) {
      throw new NoSuchElementException(id);
    }
    ratings.put(id, feedback);
  }
}
