package onrecord.bot.writing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.bot.composing.Composer;
import onrecord.bot.composing.ExtractiveComposer;
import onrecord.bot.composing.Sentence;
import onrecord.bot.finding.Candidate;
import onrecord.bot.finding.Quote;
import onrecord.bot.finding.Sentences;
import onrecord.bot.verifying.Grounding;
import onrecord.bot.verifying.Grounds;
import onrecord.bot.verifying.Grounds.Source;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.prompts.Instruction;
import onrecord.prompts.Phrase;
import org.jspecify.annotations.Nullable;

/// Writes the sentences to one part.
final class PartWriter implements Runnable {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MOST_PASSAGES = 8;
  private static final int MOST_CHARACTERS = 6_000;
  private static final int MOST_CLAIMS = 8;
  private static final int LONGEST = 800;

  private final Composer.Matter matter;
  private final int index;
  private final List<Sentence> byRules;
  private final ExtractiveComposer rules;
  private final Consultation consultation;
  private final Grounds grounds;
  private final ClaimMeters meters;
  private final PartBeingWritten reply;

  private final List<Sentence> claims = new ArrayList<>();
  private boolean answered;

  PartWriter(
      Composer.Matter matter,
      int index,
      List<Sentence> byRules,
      ExtractiveComposer rules,
      Consultation consultation,
      Grounds grounds,
      ClaimMeters meters,
      PartBeingWritten reply) {
    this.matter = matter;
    this.index = index;
    this.byRules = byRules;
    this.rules = rules;
    this.consultation = consultation;
    this.grounds = grounds;
    this.meters = meters;
    this.reply = reply;
  }

  /// Ends with the model's words if they answer, and with those by the rules in any other case.
  @Override
  public void run() {
    var all = byRules;
    try {
      all = written();
    } finally {
      reply.end(all);
    }
  }

  private List<Sentence> written() {
    var replaceable = byRules.stream().filter(PartWriter::isReplaceable).toList();
    if (replaceable.isEmpty()) {
      return byRules;
    }
    var sources = sources(replaceable);
    var objects = new JsonObjects(2);
    var asked = Essence.by(replaceable);
    boolean whole =
        consultation.hear(
            Instruction.WRITING,
            material(sources),
            WrittenClaim.form(),
            LONGEST,
            piece ->
                objects.add(piece).stream()
                    .map(WrittenClaim::of)
                    .flatMap(Optional::stream)
                    .forEach(claim -> hear(claim, sources, asked)));
    if (!whole || !answered) {
      return byRules;
    }
    return Stream.of(before(), claims, after()).flatMap(List::stream).toList();
  }

  /// Takes what is borne out of a claim; as soon as all of them together answer, they are told.
  private void hear(WrittenClaim claim, List<Source> sources, Essence asked) {
    var cited =
        claim.citations().stream()
            .filter(number -> number >= 1 && number <= sources.size())
            .map(number -> sources.get(number - 1))
            .toList();
    for (var span : Sentences.sentences(claim.text())) {
      if (claims.size() < MOST_CLAIMS) {
        var sentence = claim.text().substring(span.start(), span.end());
        var grounding = grounds.of(sentence, cited, matter.asOf());
        meters.count(grounding);
        if (grounding instanceof Grounding.Borne borne) {
          take(sentence(sentence, borne), asked);
        }
      }
    }
  }

  private static Sentence sentence(String words, Grounding.Borne borne) {
    return borne.verbatim()
        ? new Sentence.Quotation(borne.quotes().getFirst())
        : new Sentence.Written(words, borne.quotes());
  }

  private void take(Sentence sentence, Essence asked) {
    if (claims.contains(sentence)) {
      return;
    }
    var before = claims.size();
    leadIn(sentence);
    claims.add(sentence);
    if (answered) {
      claims.subList(before, claims.size()).forEach(reply::tell);
    } else if (asked.isSaidBy(claims)) {
      answered = true;
      before().forEach(reply::tell);
      claims.forEach(reply::tell);
    }
  }

  /// Each document is named before what stands in it.
  private void leadIn(Sentence sentence) {
    var disclosure = disclosure(sentence);
    var last = claims.isEmpty() ? null : disclosure(claims.getLast());
    if (disclosure != null && !disclosure.equals(last)) {
      claims.add(rules.leadIn(disclosure, language()));
    }
  }

  private static @Nullable Disclosure disclosure(Sentence sentence) {
    return switch (sentence) {
      case Sentence.Written written -> written.quotes().getFirst().disclosure();
      case Sentence.Quotation(var quote) -> quote.disclosure();
      case Sentence.Attributed attributed -> attributed.quote().disclosure();
      case Sentence.Standard _, Sentence.Stated _, Sentence.Compared _ -> null;
    };
  }

  /// What is said by the rules before what the model's claims take the place of.
  private List<Sentence> before() {
    return kept(byRules.subList(0, firstReplaceable()));
  }

  private List<Sentence> after() {
    return kept(byRules.subList(firstReplaceable(), byRules.size()));
  }

  private int firstReplaceable() {
    int first = 0;
    while (!isReplaceable(byRules.get(first))) {
      first++;
    }
    return first;
  }

  private static List<Sentence> kept(List<Sentence> sentences) {
    return sentences.stream()
        .filter(sentence -> !isReplaceable(sentence) && !isLeadIn(sentence))
        .toList();
  }

  private static boolean isReplaceable(Sentence sentence) {
    return switch (sentence) {
      case Sentence.Quotation _ -> true;
      case Sentence.Stated stated -> stated.computed() == null;
      case Sentence.Attributed attributed -> attributed.phrase() != Phrase.IR_CONTACT;
      case Sentence.Standard _, Sentence.Written _, Sentence.Compared _ -> false;
    };
  }

  private static boolean isLeadIn(Sentence sentence) {
    return sentence instanceof Sentence.Standard(var phrase, _)
        && (phrase == Phrase.QUOTE_FROM || phrase == Phrase.QUOTE_FROM_SECTION);
  }

  /// What the rules answer from, and then what was found besides, best first.
  private List<Source> sources(List<Sentence> replaceable) {
    var quotes =
        Stream.concat(
            replaceable.stream().flatMap(PartWriter::quotes),
            matter.findings().get(index).candidates().stream().map(Candidate::quote));
    var sources = new LinkedHashSet<Source>();
    int characters = 0;
    for (var quote : (Iterable<Quote>) quotes::iterator) {
      var source = new Source(quote.disclosure(), quote.passage());
      if (sources.size() < MOST_PASSAGES
          && source.isCitable(matter.asOf())
          && characters + quote.passage().text().length() <= MOST_CHARACTERS
          && sources.add(source)) {
        characters += quote.passage().text().length();
      }
    }
    return List.copyOf(sources);
  }

  private static Stream<Quote> quotes(Sentence sentence) {
    return switch (sentence) {
      case Sentence.Quotation(var quote) -> Stream.of(quote);
      case Sentence.Stated stated -> stated.support().stream().map(Sentence.Supporting::quote);
      case Sentence.Written written -> written.quotes().stream();
      case Sentence.Attributed attributed -> Stream.of(attributed.quote());
      case Sentence.Compared compared ->
          compared.lines().stream().map(line -> line.support().quote());
      case Sentence.Standard _ -> Stream.empty();
    };
  }

  private Map<String, Object> material(List<Source> sources) {
    var evidence = new ArrayList<Map<String, Object>>();
    for (var source : sources) {
      evidence.add(shown(evidence.size() + 1, source));
    }
    var material = new LinkedHashMap<String, Object>();
    material.put("question", matter.reading().parts().get(index).text());
    material.put("language", language() == Language.EN ? "English" : "简体中文");
    material.put("evidence", evidence);
    return material;
  }

  private static Map<String, Object> shown(int number, Source source) {
    var disclosure = source.disclosure();
    var shown = new LinkedHashMap<String, Object>();
    shown.put("number", number);
    shown.put("document", disclosure.title());
    if (disclosure.publishedAt() != null) {
      shown.put("published", disclosure.publishedAt().atZone(CHINA).toLocalDate().toString());
    }
    if (disclosure.period() != null) {
      shown.put("reportsOn", disclosure.period().start() + ".." + disclosure.period().end());
    }
    shown.put("section", source.passage().section());
    shown.put("text", source.passage().text());
    return shown;
  }

  private Language language() {
    return matter.reading().language();
  }
}
