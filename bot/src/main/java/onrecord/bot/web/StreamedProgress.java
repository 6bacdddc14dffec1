package onrecord.bot.web;

import java.time.ZoneId;
import java.util.List;
import onrecord.bot.Answer;
import onrecord.bot.Assistant;
import onrecord.bot.Intent;
import onrecord.bot.Reading;
import onrecord.bot.views.AnswerView;
import onrecord.bot.views.CitationView;
import onrecord.bot.views.Links;
import onrecord.prompts.Metric;
import onrecord.retrieval.Evidence;
import org.jspecify.annotations.Nullable;

/// Sends each step of an answer as an event.
record StreamedProgress(EventStream events, ZoneId zone) implements Assistant.Progress {

  @Override
  public void read(Reading reading) {
    events.send("reading", ReadingView.of(reading));
  }

  @Override
  public void found(List<Evidence> evidence) {
    events.send("evidence", evidence.stream().map(AnswerView.Found::of).toList());
  }

  @Override
  public void claimed(Answer.Claim claim, List<Answer.Citation> citations) {
    var cited = AnswerView.Claim.of(claim);
    events.send(
        "claim",
        new VerifiedClaim(
            cited.text(),
            cited.citations(),
            cited.computed(),
            citations.stream()
                .map(citation -> CitationView.of(citation, Links.passage(citation.passage()), zone))
                .toList()));
  }

  /// A claim as the answer will hold it, with what it cites.
  record VerifiedClaim(
      String text,
      List<Integer> citations,
      AnswerView.@Nullable Computed computed,
      List<CitationView> cited) {}

  /// How a question was read.
  record ReadingView(String language, @Nullable String issuer, List<Part> parts) {

    static ReadingView of(Reading reading) {
      var issuer = reading.issuer();
      return new ReadingView(
          reading.language().tag(),
          issuer == null ? null : issuer.code().value(),
          reading.parts().stream().map(Part::of).toList());
    }

    /// One thing asked.
    record Part(String text, Intent intent, List<String> periods, List<String> metrics) {

      static Part of(Reading.Part part) {
        return new Part(
            part.original(),
            part.intent(),
            part.periods().stream().map(asked -> asked.period().toString()).toList(),
            part.metrics().stream().map(Metric::id).toList());
      }
    }
  }
}
