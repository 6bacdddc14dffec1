package onrecord.bot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.bot.Question;
import onrecord.bot.Reading;
import onrecord.corpus.Issuer;
import onrecord.corpus.Language;
import onrecord.corpus.ReportingPeriod;
import onrecord.corpus.SecuritiesCode;
import onrecord.prompts.Prompts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {

  private static final Map<SampleCompanies, QuestionReader> READERS =
      Stream.of(SampleCompanies.values())
          .collect(Collectors.toUnmodifiableMap(company -> company, SampleCompanies::reader));

  /// Who is asked, the question before if there was one, the question, and how it is read.
  @ParameterizedTest
  @CsvFileSource(resources = "questions.csv", delimiter = '|', quoteCharacter = '`')
  void aQuestionIsReadAsTheLineBesideIt(
      SampleCompanies company, @Nullable String before, String text, String expected) {
    var conversation = before == null ? List.<String>of() : List.of(before);

    var reading = reader(company).read(company.asked(text, conversation));

    assertThat(ReadingLines.toLine(reading)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "前三季度营收多少, ZH",
    "前三季度營收多少, ZH_HANT",
    "你们用昇腾芯片吗, ZH",
    "What was revenue in 2024?, EN",
    "mingnian yeji zenmeyang, ZH"
  })
  void theLanguageIsThatOfItsCharacters(String text, Language expected) {
    assertThat(read(text).language()).isEqualTo(expected);
  }

  @Test
  void aPartKeepsItsOwnWordsAsTheyWereWritten() {
    var reading = read("星圖雲 前三季度收入多少？明年能到多少？");

    assertThat(reading.parts())
        .extracting(Reading.Part::original)
        .containsExactly("星圖雲 前三季度收入多少？", "明年能到多少？");
  }

  @Test
  void whereNoneIsNamedTheIssuerThatPublishedLastIsMeant() {
    var reader = readerOfBoth(null);

    assertThat(reader.read(asked(null)).issuer()).isEqualTo(issuer(SampleCompanies.QINGLAN));
  }

  @Test
  void noOtherIssuerSpeaksForOneThatHasPublishedNothingYet() {
    var unknown = new SecuritiesCode("900003");

    assertThat(readerOfBoth(null).read(asked(unknown)).issuer()).isNull();
    assertThat(readerOfBoth(unknown).read(asked(null)).issuer()).isNull();
  }

  private static Question asked(@Nullable SecuritiesCode issuer) {
    return new Question("营业收入是多少？", Instant.parse("2025-11-21T02:00:00Z"), issuer, null, List.of());
  }

  private static QuestionReader readerOfBoth(@Nullable SecuritiesCode standard) {
    var prompts = Prompts.bundled();
    var both =
        new KnownIssuers() {
          @Override
          public List<Issuer> asOf(Instant instant) {
            return List.of(issuer(SampleCompanies.QINGLAN), issuer(SampleCompanies.STARSCALE));
          }

          @Override
          public Optional<ReportingPeriod> horizon(SecuritiesCode code, Instant instant) {
            return Optional.empty();
          }

          @Override
          public boolean mentions(SecuritiesCode code, String name) {
            return false;
          }
        };
    return new QuestionReader(prompts.glossary(), prompts.policy(), both, standard);
  }

  private static Issuer issuer(SampleCompanies company) {
    return company.asOf(Instant.EPOCH).getFirst();
  }

  @Test
  void whatALaterPartLeavesOutIsFilledIn() {
    var reading = read("星图云前三季度收入多少？明年能到多少？");

    assertThat(reading.parts().getLast().text()).isEqualTo("星图云营业收入明年能到多少?");
  }

  @Test
  void whatAFollowUpLeavesOutIsFilledInFromTheConversation() {
    var question = SampleCompanies.STARSCALE.asked("那净利润呢？", List.of("2025年前三季度营业收入是多少？"));

    var reading = reader(SampleCompanies.STARSCALE).read(question);

    assertThat(reading.parts().getLast().text()).isEqualTo("2025年前三季度净利润?");
  }

  @Test
  void aNamedYearIsExplicitAndARelativeOneIsNot() {
    assertThat(read("2024年营收").parts().getFirst().periods().getFirst().explicit()).isTrue();
    assertThat(read("去年营收").parts().getFirst().periods().getFirst().explicit()).isFalse();
  }

  @Test
  void theOnlyIssuerIsTheOneAskedAbout() {
    assertThat(read("前三季度营收多少").issuer())
        .isEqualTo(SampleCompanies.STARSCALE.asOf(Instant.EPOCH).getFirst());
  }

  @Test
  void theSameQuestionIsReadTheSameEveryTime() {
    assertThat(read("四季度会比三季度好吗")).isEqualTo(read("四季度会比三季度好吗"));
  }

  @Test
  void textThatIsNoLanguageIsReadWithoutFailing() {
    for (var text :
        List.of(
            "?",
            "。。。",
            "12345",
            "!@#$%^&*()",
            "ＡＢＣ",
            "😀",
            "a",
            "　前　",
            "2025-02-30营收",
            "9999年",
            "-11-20")) {
      assertThat(read(text).parts()).isNotEmpty();
    }
  }

  private static QuestionReader reader(SampleCompanies company) {
    return Objects.requireNonNull(READERS.get(company));
  }

  private static Reading read(String text) {
    var company = SampleCompanies.STARSCALE;
    Question question = company.asked(text, List.of());
    return reader(company).read(question);
  }
}
