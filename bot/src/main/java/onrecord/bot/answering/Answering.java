package onrecord.bot.answering;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.bot.composing.Composer;
import onrecord.bot.composing.Draft;
import onrecord.bot.composing.Sentence;
import onrecord.bot.composing.SignalWords;
import onrecord.bot.finding.Contacts;
import onrecord.bot.finding.FigureBook;
import onrecord.bot.finding.Finder;
import onrecord.bot.finding.Findings;
import onrecord.bot.finding.SearchAid;
import onrecord.bot.ruling.Deadlines;
import onrecord.bot.ruling.Horizon;
import onrecord.bot.ruling.Opinion;
import onrecord.bot.ruling.Ruler;
import onrecord.bot.ruling.Ruling;
import onrecord.bot.ruling.Verdicts;
import onrecord.bot.verifying.Grounds;
import onrecord.bot.verifying.Verifier;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.prompts.Phrasebook;
import onrecord.prompts.Prompts;
import onrecord.retrieval.Evidence;
import org.jspecify.annotations.Nullable;

/// The way of a question: read, retrieve, rule, compose, verify.
public final class Answering implements Assistant {

  /// How many of the disclosures looked through are named.
  private static final int LOOKED_THROUGH = 4;

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Corpus corpus;
  private final Reader reader;
  private final Finder finder;
  private final Aids.Source aids;
  private final Verifier verifier;
  private final Ruler ruler;
  private final Contacts contacts;
  private final Prompts prompts;
  private final Answers answers;
  private final Clock clock;

  /// Verifies by the words of the prompts and the figures of the corpus.
  public Answering(
      Corpus corpus,
      Reader reader,
      Finder finder,
      Aids.Source aids,
      Prompts prompts,
      Answers answers,
      Clock clock) {
    this(
        corpus,
        reader,
        finder,
        aids,
        new Verifier(new Grounds(prompts, new FigureBook(corpus)::of)),
        prompts,
        answers,
        clock);
  }

  public Answering(
      Corpus corpus,
      Reader reader,
      Finder finder,
      Aids.Source aids,
      Verifier verifier,
      Prompts prompts,
      Answers answers,
      Clock clock) {
    this.corpus = corpus;
    this.reader = reader;
    this.finder = finder;
    this.aids = aids;
    this.verifier = verifier;
    this.ruler = new Ruler(prompts);
    this.contacts = new Contacts(corpus);
    this.prompts = prompts;
    this.answers = answers;
    this.clock = clock;
  }

  /// Reads questions.
  public interface Reader {
    Reading read(Question question);
  }

  @Override
  public Answer answer(Question question, Progress progress) {
    var timings = new Timings();
    var askedAt = clock.instant();
    var revision = corpus.revision();
    var reading = timings.take("read", () -> read(question));
    progress.read(reading);
    var aid = aids.forOneQuestion();
    var horizon = horizon(reading.issuer(), question.asOf());
    var findings = timings.take("retrieve", () -> find(reading, question, aid.searchAid()));
    var evidence = evidence(findings);
    progress.found(evidence);
    var rulings = timings.take("rule", () -> rule(reading, findings, horizon, aid.opinion()));
    var phrases = phrases(reading);
    var early = Rendering.early(phrases, progress::claimed);
    var draft =
        timings.take(
            "compose",
            () ->
                aid.composer()
                    .compose(
                        matter(reading, rulings, findings, horizon, question),
                        sentence -> tell(sentence, question.asOf(), early)));
    var verified = timings.take("verify", () -> verifier.verify(draft, question.asOf()));
    var upheld = Upheld.of(rulings, verified);
    var dropped = dropped(draft, verified);
    if (!upheld.equals(rulings)) {
      var matter = matter(reading, upheld, findings, horizon, question);
      verified = verifier.verify(aid.composer().compose(matter), question.asOf());
    }
    var reply = Corrections.noted(verified, corpus, reading.language());
    var rendered = timings.take("render", () -> Rendering.render(reply, phrases, early.rest()));
    var answer =
        new Answer(
            UUID.randomUUID().toString(),
            question.text(),
            askedAt,
            question.asOf(),
            reading.language(),
            reading.issuer(),
            Verdicts.of(upheld),
            rendered.text(),
            parts(reading, upheld, dropped),
            nextReport(reading, upheld, horizon),
            rendered.claims(),
            rendered.citations(),
            evidence,
            revision,
            aid.composer().writer(reply),
            prompts.version(),
            timings.milliseconds(),
            rendered.comparisons(),
            aid.usage().get());
    answers.keep(question, answer);
    return answer;
  }

  private void tell(Sentence sentence, Instant asOf, Rendering.Early early) {
    if (verifier.holds(sentence, asOf)) {
      early.add(sentence);
    }
  }

  private Phrasebook phrases(Reading reading) {
    return prompts.phrases(reading.language().tag());
  }

  private Reading read(Question question) {
    var reading = reader.read(question);
    return question.language() == null
        ? reading
        : new Reading(question.language(), reading.issuer(), reading.parts());
  }

  private Horizon horizon(@Nullable Issuer issuer, Instant asOf) {
    var reported = Optional.ofNullable(issuer).flatMap(known -> corpus.horizon(known.code(), asOf));
    return new Horizon(reported.orElse(null), asOf.atZone(CHINA).toLocalDate());
  }

  private List<Findings> find(Reading reading, Question question, SearchAid aid) {
    return reading.parts().stream().map(part -> find(part, reading, question, aid)).toList();
  }

  private Findings find(Reading.Part part, Reading reading, Question question, SearchAid aid) {
    var issuer = reading.issuer();
    return issuer == null
        ? Findings.NOTHING
        : finder.find(
            part,
            reading.language(),
            issuer,
            question.asOf(),
            aid.words(part, reading.language(), languageOf(issuer, question.asOf())));
  }

  /// The language of an issuer's newest disclosure.
  private Language languageOf(Issuer issuer, Instant asOf) {
    return corpus.inForce(asOf).stream()
        .filter(disclosure -> disclosure.issuer().code().equals(issuer.code()))
        .map(Disclosure::language)
        .findFirst()
        .orElse(Language.ZH);
  }

  private static List<Evidence> evidence(List<Findings> findings) {
    var evidence = new ArrayList<Evidence>();
    for (var found : findings) {
      for (var one : found.evidence()) {
        if (evidence.stream().noneMatch(known -> known.passage().id().equals(one.passage().id()))) {
          evidence.add(one);
        }
      }
    }
    return evidence.stream().limit(20).toList();
  }

  private List<Ruling> rule(
      Reading reading, List<Findings> findings, Horizon horizon, Opinion opinion) {
    var rulings = new ArrayList<Ruling>();
    for (int i = 0; i < reading.parts().size(); i++) {
      var part = reading.parts().get(i);
      var ruling = ruler.rule(part, findings.get(i), horizon);
      rulings.add(opinion.on(part, ruling, horizon, ruler.about(part)));
    }
    return rulings;
  }

  private static Answer.@Nullable NextReport nextReport(
      Reading reading, List<Ruling> rulings, Horizon horizon) {
    boolean open =
        rulings.stream()
            .anyMatch(ruling ->
                ruling instanceof Ruling.Deferred
                    || ruling instanceof Ruling.NotDisclosed
                    || ruling instanceof Ruling.OutlookQuoted);
    var issuer = reading.issuer();
    return open && issuer != null ? Deadlines.next(issuer.code(), horizon).orElse(null) : null;
  }

  private Composer.Matter matter(
      Reading reading,
      List<Ruling> rulings,
      List<Findings> findings,
      Horizon horizon,
      Question question) {
    var referrals = findings.stream().map(Ruler::ownReferral).toList();
    return new Composer.Matter(
        reading,
        rulings,
        findings,
        referrals,
        nextReport(reading, rulings, horizon),
        horizon.reported(),
        reach(reading, question),
        question.asOf(),
        search(reading, findings, question));
  }

  /// The disclosures that came nearest to what was asked, and whom else to ask.
  private Composer.Search search(Reading reading, List<Findings> findings, Question question) {
    var issuer = reading.issuer();
    var nearest =
        evidence(findings).stream().map(Evidence::disclosure).distinct().limit(LOOKED_THROUGH);
    return new Composer.Search(
        nearest.toList(),
        issuer == null ? Optional.empty() : contacts.of(issuer.code(), question.asOf()));
  }

  private @Nullable Instant reach(Reading reading, Question question) {
    var issuer = reading.issuer();
    return corpus.inForce(question.asOf()).stream()
        .filter(disclosure -> issuer != null && disclosure.issuer().code().equals(issuer.code()))
        .map(Disclosure::publishedAt)
        .findFirst()
        .orElse(null);
  }

  /// How many sentences to each part did not pass verification.
  private static List<Integer> dropped(Draft draft, Draft verified) {
    var dropped = new ArrayList<Integer>();
    for (int i = 0; i < draft.parts().size(); i++) {
      dropped.add(draft.parts().get(i).size() - verified.parts().get(i).size());
    }
    return dropped;
  }

  private static List<String> signals(List<String> ofRuling, int dropped) {
    var signals = new ArrayList<>(ofRuling);
    if (dropped > 0) {
      signals.add("dropped by verification: " + dropped);
    }
    return signals;
  }

  private List<Answer.Part> parts(Reading reading, List<Ruling> rulings, List<Integer> dropped) {
    var words = new SignalWords(phrases(reading), reading.language());
    var parts = new ArrayList<Answer.Part>();
    for (int i = 0; i < rulings.size(); i++) {
      var part = reading.parts().get(i);
      var ruling = rulings.get(i);
      parts.add(
          new Answer.Part(
              part.original(),
              part.intent(),
              ruling.decision(),
              ruling.whyNot().orElse(null),
              signals(words.say(ruling.signals()), dropped.get(i))));
    }
    return parts;
  }

  /// Takes the time of each step.
  private static final class Timings {

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();

    <T> T take(String step, Supplier<T> work) {
      long start = System.nanoTime();
      var result = work.get();
      milliseconds.put(step, (System.nanoTime() - start) / 10_000 / 100.0);
      return result;
    }

    Map<String, Double> milliseconds() {
      return milliseconds;
    }
  }
}
