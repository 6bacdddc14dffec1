package onrecord.bot.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/// Makes chat models.
public final class ChatModels {

  private ChatModels() {}

  /// A model that keeps within the settings' limits, is left alone while it fails, and is asked the
  /// same thing once.
  ///
  /// @param clock tells when a day begins, by its zone
  /// @param meters gets `onrecord.llm.…`
  public static ChatModel open(
      ModelSettings settings, Memory memory, Clock clock, MeterRegistry meters) {
    var budget = new Budget(settings.tokensPerDay(), memory, clock);
    var reached = new MeteredModel(LangChainModel.of(settings), meters);
    var resting = new RestingModel(new BudgetedModel(reached, budget), clock);
    Gauge.builder("onrecord.llm.budget.spent", budget, Budget::spent)
        .description("Tokens spent today")
        .register(meters);
    Gauge.builder("onrecord.llm.budget.limit", budget, Budget::perDay)
        .description("Tokens that may be spent in a day")
        .register(meters);
    Gauge.builder("onrecord.llm.resting", resting, model -> model.isResting() ? 1 : 0)
        .description("1 while the chat model is left alone because it failed")
        .register(meters);
    return new RememberingModel(resting, memory);
  }
}
