package onrecord.bot.desk.questions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import onrecord.bot.Answer;
import onrecord.bot.Answers;
import onrecord.bot.Assistant;
import onrecord.bot.Intent;
import onrecord.bot.Question;
import onrecord.bot.Verdict;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.Passage;
import org.jspecify.annotations.Nullable;

/// Gives the approved answer where people have approved one for what is asked, and otherwise asks
/// the assistant behind it.
public final class ApprovedAssistant implements Assistant {

  private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n]*[。！？!?]?(?:〔\\d+〕)*");
  private static final Pattern MARK = Pattern.compile("〔(\\d+)〕");

  private final Assistant otherwise;
  private final ApprovedAnswers approved;
  private final Corpus corpus;
  private final Answers answers;
  private final Clock clock;

  public ApprovedAssistant(
      Assistant otherwise, ApprovedAnswers approved, Corpus corpus, Answers answers, Clock clock) {
    this.otherwise = otherwise;
    this.approved = approved;
    this.corpus = corpus;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public Answer answer(Question question, Progress progress) {
    var language = question.language() == null ? languageOf(question.text()) : question.language();
    var standing = approved.standing(question, language, question.issuer());
    if (standing.isEmpty()) {
      return otherwise.answer(question, progress);
    }
    var answer = answer(question, language, standing.get());
    answer.claims().forEach(claim -> progress.claimed(claim, answer.citations()));
    answers.keep(question, answer);
    return answer;
  }

  private Answer answer(Question question, Language language, ApprovedAnswer standing) {
    var citations = citations(standing);
    return new Answer(
        UUID.randomUUID().toString(),
        question.text(),
        clock.instant(),
        question.asOf(),
        language,
        issuer(citations),
        Verdict.ANSWERED,
        standing.text(),
        List.of(
            new Answer.Part(
                question.text(),
                Intent.FACT,
                Answer.Decision.ANSWER,
                null,
                List.of(
                    "answer %s, written by %s, approved by %s on %s"
                        .formatted(
                            standing.id(),
                            standing.writtenBy(),
                            standing.approvedBy(),
                            standing.approvedAt())))),
        null,
        claims(standing.text(), citations.size()),
        citations,
        List.of(),
        corpus.revision(),
        "approved",
        null,
        Map.of(),
        List.of(),
        Answer.Usage.NONE);
  }

  private static Language languageOf(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }

  private static @Nullable Issuer issuer(List<Answer.Citation> citations) {
    return citations.isEmpty() ? null : citations.getFirst().disclosure().issuer();
  }

  private List<Answer.Citation> citations(ApprovedAnswer standing) {
    var citations = new ArrayList<Answer.Citation>();
    for (var passage : approved.cited(standing)) {
      var disclosure = corpus.disclosure(passage.id().disclosure()).orElseThrow();
      citations.add(citation(citations.size() + 1, passage, disclosure));
    }
    return citations;
  }

  private static Answer.Citation citation(int number, Passage passage, Disclosure disclosure) {
    return new Answer.Citation(
        number,
        passage.text().replace('\t', ' '),
        disclosure,
        passage.id(),
        new Answer.Locator(
            passage.page(),
            passage.headings().isEmpty() ? null : passage.section(),
            passage.item(),
            null,
            null,
            passage.cells(0, passage.text().length()).orElse(null),
            passage.boxes(0, passage.text().length())));
  }

  /// Its sentences, each with the citations it marks.
  private static List<Answer.Claim> claims(String text, int citations) {
    var claims = new ArrayList<Answer.Claim>();
    var sentences = SENTENCE.matcher(text);
    while (sentences.find()) {
      var numbers = new ArrayList<Integer>();
      var marks = MARK.matcher(sentences.group());
      while (marks.find()) {
        var number = Integer.parseInt(marks.group(1));
        if (number >= 1 && number <= citations) {
          numbers.add(number);
        }
      }
      if (!numbers.isEmpty()) {
        var words = MARK.matcher(sentences.group()).replaceAll("").strip();
        claims.add(new Answer.Claim(words, numbers, null));
      }
    }
    return claims;
  }
}
