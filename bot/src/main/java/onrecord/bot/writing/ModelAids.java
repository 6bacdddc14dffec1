package onrecord.bot.writing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import onrecord.bot.answering.Aids;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.model.Allowance;
import onrecord.bot.model.ChatModel;
import onrecord.bot.verifying.Grounds;
import onrecord.prompts.Prompts;

/// Has a chat model help with each question, within its time and tokens.
///
/// @param patience how long one question waits for it, all in all
/// @param tokens how many one question may use
public record ModelAids(
    ChatModel model,
    Duration patience,
    long tokens,
    Prompts prompts,
    ExtractiveComposer rules,
    Grounds grounds,
    MeterRegistry meters)
    implements Aids.Source {

  @Override
  public Aids forOneQuestion() {
    var allowance = Allowance.of(patience, tokens);
    var consultation = new Consultation(model, prompts, allowance);
    return new Aids(
        new ModelSearchAid(consultation, prompts.glossary()),
        new ModelOpinion(consultation),
        new WrittenComposer(rules, consultation, grounds, new ClaimMeters(meters)),
        allowance::used);
  }
}
