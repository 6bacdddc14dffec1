package onrecord.bot.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onrecord.bot.composing.Composer;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.composing.Sentence;
import onrecord.bot.verifying.Grounds;

/// Has a chat model write over the evidence, and keeps of it what the evidence bears out.
///
/// The reply by the rules is there first. Where the model's claims say what it says, they take its
/// place, part by part; its deferrals, notes and computed values stay. Where they do not, in time
/// and whole, that part is answered by the rules.
final class WrittenComposer implements Composer {

  private final ExtractiveComposer rules;
  private final Consultation consultation;
  private final Grounds grounds;
  private final ClaimMeters meters;

  WrittenComposer(
      ExtractiveComposer rules, Consultation consultation, Grounds grounds, ClaimMeters meters) {
    this.rules = rules;
    this.consultation = consultation;
    this.grounds = grounds;
    this.meters = meters;
  }

  @Override
  public String writer(Draft draft) {
    boolean written =
        draft.parts().stream().flatMap(List::stream).anyMatch(Sentence.Written.class::isInstance);
    return written ? consultation.model().name() : rules.writer(draft);
  }

  @Override
  public Draft compose(Matter matter) {
    return compose(matter, sentence -> {});
  }

  /// The parts are written at the same time, and told one after the other.
  @Override
  public Draft compose(Matter matter, Consumer<Sentence> told) {
    var byRules = rules.compose(matter);
    var parts = new ArrayList<PartBeingWritten>();
    for (int i = 0; i < byRules.parts().size(); i++) {
      parts.add(begin(i, byRules.parts().get(i), matter));
    }
    var written = new ArrayList<List<Sentence>>();
    for (var part : parts) {
      written.add(part.await(told));
    }
    return new Draft(byRules.opening(), written, byRules.closing());
  }

  private PartBeingWritten begin(int i, List<Sentence> byRules, Matter matter) {
    var part = new PartBeingWritten();
    var writer = new PartWriter(matter, i, byRules, rules, consultation, grounds, meters, part);
    Thread.startVirtualThread(writer);
    return part;
  }
}
