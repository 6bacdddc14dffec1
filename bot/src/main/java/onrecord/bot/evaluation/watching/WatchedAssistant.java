package onrecord.bot.evaluation.watching;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import onrecord.bot.Answer;
import onrecord.bot.Assistant;
import onrecord.bot.Question;

/// An assistant whose answers leave their signals in the meters.
///
/// `onrecord.answers` by verdict and language, `onrecord.answers.unanswered` by reason,
/// `onrecord.answers.dropped`, and the distributions `onrecord.answers.margin`, `.coverage` and
/// `.support`, in per cent.
public record WatchedAssistant(Assistant assistant, MeterRegistry meters) implements Assistant {

  @Override
  public Answer answer(Question question, Progress progress) {
    var answer = assistant.answer(question, progress);
    record(answer);
    return answer;
  }

  private void record(Answer answer) {
    var signals = Signals.of(answer);
    meters
        .counter(
            "onrecord.answers",
            "verdict",
            signals.verdict().name(),
            "language",
            answer.language().tag())
        .increment();
    signals
        .reasons()
        .forEach(reason ->
            meters.counter("onrecord.answers.unanswered", "reason", reason.name()).increment());
    meters.counter("onrecord.answers.dropped").increment(signals.dropped());
    percent("onrecord.answers.margin").record(signals.margin());
    percent("onrecord.answers.coverage").record(signals.coverage());
    percent("onrecord.answers.support").record(signals.support());
  }

  /// The buckets of a distribution hold whole numbers alone.
  private DistributionSummary percent(String name) {
    return DistributionSummary.builder(name)
        .baseUnit("percent")
        .scale(100)
        .serviceLevelObjectives(20, 40, 60, 80, 100)
        .register(meters);
  }
}
