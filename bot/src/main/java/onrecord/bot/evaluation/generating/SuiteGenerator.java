package onrecord.bot.evaluation.generating;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import onrecord.bot.evaluation.Suite;
import onrecord.bot.evaluation.SuiteQuestion;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Issuer;

/// Makes suites over what a corpus holds, one a kind.
///
/// The same corpus and templates give the same questions. A question keeps its id as long as it
/// stays the same, whatever else is added.
///
/// @param zone in which days begin
/// @param most how many questions a suite holds at most
public record SuiteGenerator(Corpus corpus, Templates templates, ZoneId zone, int most) {

  private static final int WORDINGS = 8;
  private static final int AROUND_A_PUBLICATION = 25;
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /// Suites over the disclosures of an issuer, asked on the morning after its last publication.
  public List<Suite> suites(Issuer issuer) {
    return suites(issuer, morningAfterTheLast(issuer));
  }

  /// Suites over what an issuer had disclosed by an instant.
  public List<Suite> suites(Issuer issuer, Instant asOf) {
    var ground = ground(issuer, asOf);
    var figures = new FigureQuestions(ground);
    var suites = new ArrayList<Suite>();
    suites.add(suite("figures", figures.ofTheCompany()));
    suites.add(suite("parts", figures.ofParts()));
    suites.add(suite("parent", figures.ofTheParent()));
    suites.add(suite("changes", figures.ofChanges()));
    suites.add(suite("restatements", figures.ofRestatements()));
    suites.add(suite("paraphrases", new ParaphraseQuestions(ground, most / WORDINGS).all()));
    suites.add(suite("beyond-horizon", new HorizonQuestions(ground).all()));
    suites.add(suite("not-disclosed", new AbsentQuestions(ground).all()));
    suites.add(
        suite(
            "time-travel",
            new TimeTravelQuestions(
                    instant -> ground(issuer, instant), travelled(ground), AROUND_A_PUBLICATION)
                .all()));
    suites.add(suite("attacks", new AttackQuestions(ground).all()));
    return suites.stream().filter(suite -> !suite.questions().isEmpty()).toList();
  }

  private Ground ground(Issuer issuer, Instant asOf) {
    return new Ground(corpus, issuer, asOf, zone, templates);
  }

  private Instant morningAfterTheLast(Issuer issuer) {
    return corpus.disclosures().stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer.code()))
        .map(Disclosure::publishedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .map(last -> last.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING))
        .map(morning -> morning.atZone(zone).toInstant())
        .orElseThrow(() -> new IllegalArgumentException("Nothing of this issuer is published"));
  }

  private static List<Disclosure> travelled(Ground ground) {
    return ground.disclosures().stream()
        .filter(disclosure ->
            disclosure.kind().isPeriodicReport() || disclosure.kind() == DisclosureKind.CORRECTION)
        .toList();
  }

  /// Groups are kept whole.
  private Suite suite(String name, List<Ask> asks) {
    var ids = new HashSet<String>();
    var questions =
        asks.stream().map(Ask::made).filter(question -> ids.add(question.id())).toList();
    boolean grouped = questions.stream().anyMatch(question -> question.group() != null);
    return new Suite(
        name + ".jsonl", grouped ? questions : Draw.sample(questions, most, SuiteQuestion::id));
  }
}
