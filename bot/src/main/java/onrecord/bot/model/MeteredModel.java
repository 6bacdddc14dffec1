package onrecord.bot.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;

/// Counts calls, how long they took, and tokens.
final class MeteredModel implements ChatModel {

  private final ChatModel model;
  private final MeterRegistry meters;

  MeteredModel(ChatModel model, MeterRegistry meters) {
    this.model = model;
    this.meters = meters;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Reply ask(ModelRequest request, Allowance allowance, Consumer<String> heard)
      throws NoReplyException {
    long begun = System.nanoTime();
    try {
      var reply = model.ask(request, allowance, heard);
      count(request, "REPLY", begun);
      meters
          .counter("onrecord.llm.tokens", "task", request.task())
          .increment(reply.usage().total());
      return reply;
    } catch (NoReplyException none) {
      count(request, none.why().name(), begun);
      throw none;
    }
  }

  private void count(ModelRequest request, String outcome, long begun) {
    meters
        .timer("onrecord.llm.calls", "task", request.task(), "outcome", outcome)
        .record(Duration.ofNanos(System.nanoTime() - begun));
  }
}
