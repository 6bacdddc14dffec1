package onrecord.bot.operation.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import onrecord.bot.Answer;
import onrecord.bot.AskedThrough;
import onrecord.bot.Assistant;
import onrecord.bot.InvalidQuestionException;
import onrecord.bot.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts questions, times each step of their answers, traces them, and notes each answer's id in
/// the log. Neither a question's words nor who put it are told.
///
/// `onrecord.questions` by verdict and channel, `onrecord.questions.failed` by channel,
/// `onrecord.question.time` by channel, `onrecord.question.step` by step.
public final class ObservedAssistant implements Assistant {

  private static final Logger LOG = LoggerFactory.getLogger(ObservedAssistant.class);

  private final Assistant assistant;
  private final MeterRegistry meters;
  private final Tracer tracer;

  /// @param tracer [Tracer#NOOP] where nothing is traced
  public ObservedAssistant(Assistant assistant, MeterRegistry meters, Tracer tracer) {
    this.assistant = assistant;
    this.meters = meters;
    this.tracer = tracer;
  }

  @Override
  public Answer answer(Question question, Progress progress) {
    var channel = AskedThrough.present();
    var span = tracer.nextSpan().name("answer").tag("channel", channel);
    var begunAt = System.currentTimeMillis();
    var begun = System.nanoTime();
    try (var _ = tracer.withSpan(span.start())) {
      var answer = assistant.answer(question, progress);
      var took = Duration.ofNanos(System.nanoTime() - begun);
      count(answer, channel, took);
      trace(answer, span, begunAt);
      LOG.atInfo()
          .addKeyValue("answer", answer.id())
          .addKeyValue("verdict", answer.verdict())
          .addKeyValue("corpusRevision", answer.corpusRevision().value())
          .addKeyValue("milliseconds", took.toMillis())
          .log("Answered {} {} in {} ms", answer.id(), answer.verdict(), took.toMillis());
      return answer;
    } catch (InvalidQuestionException refused) {
      throw refused;
    } catch (RuntimeException failure) {
      meters.counter("onrecord.questions.failed", "channel", channel).increment();
      span.error(failure);
      throw failure;
    } finally {
      span.end();
    }
  }

  private void count(Answer answer, String channel, Duration took) {
    meters
        .counter("onrecord.questions", "verdict", answer.verdict().name(), "channel", channel)
        .increment();
    meters.timer("onrecord.question.time", "channel", channel).record(took);
    answer
        .timings()
        .forEach((step, milliseconds) ->
            meters
                .timer("onrecord.question.step", "step", step)
                .record(nanoseconds(milliseconds), TimeUnit.NANOSECONDS));
  }

  /// The steps follow each other, each as long as the answer says it took.
  private void trace(Answer answer, Span whole, long begunAt) {
    whole.tag("answer", answer.id()).tag("verdict", answer.verdict().name());
    var at = TimeUnit.MILLISECONDS.toNanos(begunAt);
    for (var step : answer.timings().entrySet()) {
      var end = at + nanoseconds(step.getValue());
      tracer
          .spanBuilder()
          .setParent(whole.context())
          .name(step.getKey())
          .startTimestamp(at, TimeUnit.NANOSECONDS)
          .start()
          .end(end, TimeUnit.NANOSECONDS);
      at = end;
    }
  }

  private static long nanoseconds(double milliseconds) {
    return Math.round(milliseconds * 1_000_000);
  }
}
