package onrecord.bot.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.bot.Reading.Part;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingCalendar;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Glossary;
import onrecord.prompts.Policy;
import org.jspecify.annotations.Nullable;

/// Reads a question: which company, which parts, and of each part what it is after, which periods
/// and metrics it names, and what is to be computed.
///
/// Reading is a function of the question, the glossary, the policy and what is known of the
/// issuers; it keeps nothing and may be used by many threads.
public final class QuestionReader {

  /// Where days begin and end for the issuers and those who ask.
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final KnownIssuers issuers;
  private final @Nullable SecuritiesCode standardIssuer;
  private final Glossary glossary;
  private final Policy policy;
  private final PartSplitter splitter;
  private final PartReader parts;
  private final Spelling spelling;
  private final Pinyin pinyin;

  /// @param standardIssuer the issuer of questions that name none; null for the one that published
  ///   last
  public QuestionReader(
      Glossary glossary,
      Policy policy,
      KnownIssuers issuers,
      @Nullable SecuritiesCode standardIssuer) {
    this.glossary = glossary;
    this.policy = policy;
    this.issuers = issuers;
    this.standardIssuer = standardIssuer;
    var cues = new CueReader(policy);
    splitter = new PartSplitter(glossary, cues);
    parts =
        new PartReader(
            glossary, policy, cues, new IntentReader(policy), new OtherCompany(policy.companies()));
    spelling =
        new Spelling(
            Stream.concat(glossary.vocabulary().stream(), CommonWords.periods().stream()).toList());
    pinyin =
        new Pinyin(
            Stream.concat(CommonWords.all().stream(), glossary.vocabulary().stream()).toList());
  }

  /// Reads a question in the light of the conversation before it.
  public Reading read(Question question) {
    var companies = new Companies(issuers.asOf(question.asOf()), policy.nicknames());
    var issuer = issuer(question, companies);
    var context = context(question.asOf(), companies, issuer);
    Part before = null;
    for (var earlier : question.conversation()) {
      before = read(Disguise.takenOff(earlier), before, context).getLast();
    }
    var text = Disguise.takenOff(question.text());
    return new Reading(language(text), issuer, read(text, before, context));
  }

  private List<Part> read(String text, @Nullable Part before, PartContext context) {
    if (language(text) != Language.EN) {
      return readProper(text, before, context);
    }
    var question = EnglishQuestion.of(text);
    return new EnglishParts(glossary, question)
        .completed(readProper(question.asked(), before, context), context);
  }

  private List<Part> readProper(String text, @Nullable Part before, PartContext context) {
    var wording = wording(text, context::isKnown);
    var read = new ArrayList<Part>();
    var question = Courtesy.within(wording.text());
    for (var stretch : splitter.split(question.of(wording.text()))) {
      var fragment = Fragment.of(wording, stretch.movedBy(question.start()));
      var previous = read.isEmpty() ? before : read.getLast();
      read.add(parts.read(fragment, previous, !read.isEmpty(), context));
    }
    if (read.isEmpty()) {
      read.add(parts.read(new Fragment(text, wording.text()), before, false, context));
    }
    return read;
  }

  private Wording wording(String text, Predicate<String> isWord) {
    var chinese = pinyin.read(text);
    if (chinese.isPresent()) {
      return Wording.of(chinese.get());
    }
    var wording = Wording.of(pinyin.writtenOut(text));
    return wording.respelt(Aside.blanked(spelling.mend(wording.text(), isWord)));
  }

  private Language language(String text) {
    return pinyin.read(text).isPresent() ? Language.ZH : Script.language(text);
  }

  private PartContext context(Instant asOf, Companies companies, @Nullable Issuer issuer) {
    var horizon = issuer == null ? null : issuers.horizon(issuer.code(), asOf).orElse(null);
    var calendar = new ReportingCalendar(asOf.atZone(ZONE).toLocalDate(), horizon);
    return new PartContext(companies, issuer, calendar, fiscalYear(issuer, asOf), issuers);
  }

  private FiscalYear fiscalYear(@Nullable Issuer issuer, Instant asOf) {
    return Optional.ofNullable(issuer)
        .flatMap(known -> issuers.fiscalYear(known.code(), asOf))
        .map(FiscalYear::new)
        .orElse(FiscalYear.CALENDAR);
  }

  private @Nullable Issuer issuer(Question question, Companies companies) {
    var asked = question.issuer();
    if (asked != null) {
      // Where the one asked for has published nothing yet, no other speaks for it.
      return withCode(asked, companies).orElse(null);
    }
    return companies
        .named(Wording.of(question.text()).text())
        .or(() -> namedEarlier(question, companies))
        .or(() -> standard(companies))
        .orElse(null);
  }

  /// Where the one that is configured has published nothing yet, no other speaks for it.
  private Optional<Issuer> standard(Companies companies) {
    return standardIssuer == null
        ? companies.issuers().stream().findFirst()
        : withCode(standardIssuer, companies);
  }

  private Optional<Issuer> namedEarlier(Question question, Companies companies) {
    return question.conversation().reversed().stream()
        .flatMap(text -> companies.named(Wording.of(text).text()).stream())
        .findFirst();
  }

  private static Optional<Issuer> withCode(SecuritiesCode code, Companies companies) {
    return companies.issuers().stream()
        .filter(issuer -> issuer.code().equals(code) || issuer.aliases().contains(code.value()))
        .findFirst();
  }
}
