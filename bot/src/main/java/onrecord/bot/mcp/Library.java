package onrecord.bot.mcp;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.desk.review.Outgoing;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureId;
import onrecord.corpus.Passage;
import onrecord.corpus.PassageId;

/// What may be read: nothing before its publication, nothing after its withdrawal, and what an
/// answer cited as it stood when it was given.
record Library(Corpus corpus, Answers answers, Outgoing outgoing, Clock clock) {

  /// A passage, and the disclosure that it stands in.
  record Held(Passage passage, Disclosure disclosure) {}

  /// A citation of an answer that was given.
  record Cited(Answer answer, Answer.Citation citation) {}

  List<Disclosure> inForce() {
    return corpus.inForce(clock.instant());
  }

  Optional<Disclosure> disclosure(String id) {
    return id(id)
        .flatMap(corpus::disclosure)
        .filter(disclosure -> disclosure.isInForce(clock.instant()));
  }

  List<Passage> passages(Disclosure disclosure) {
    return corpus.passages(disclosure.id());
  }

  /// @param asOf never later than now
  Optional<Held> passage(String id, Instant asOf) {
    return passageId(id)
        .flatMap(corpus::passage)
        .flatMap(passage ->
            corpus
                .disclosure(passage.id().disclosure())
                .filter(disclosure -> disclosure.isInForce(asOf))
                .map(disclosure -> new Held(passage, disclosure)));
  }

  Optional<Cited> citation(String answerId, String number) {
    return answers
        .answer(answerId)
        .map(given -> outgoing.again(given).answer())
        .flatMap(answer ->
            answer.citations().stream()
                .filter(citation -> String.valueOf(citation.number()).equals(number))
                .findFirst()
                .map(citation -> new Cited(answer, citation)));
  }

  private static Optional<DisclosureId> id(String id) {
    try {
      return Optional.of(new DisclosureId(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Optional<PassageId> passageId(String id) {
    try {
      return Optional.of(new PassageId(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
