package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.report;
import static onrecord.retrieval.MemoryCorpus.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onrecord.corpus.Corpus;
import onrecord.corpus.DisclosureKind;
import onrecord.corpus.Language;
import onrecord.corpus.SecuritiesCode;
import onrecord.retrieval.analysis.Wording;
import onrecord.retrieval.embedding.EmbeddingText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked of whichever engine has a defined answer or a clear error.
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BadInputContract {

  private static final String FACTORY = "江州工厂2024年产量为5,000台，R&D staff number 120.";

  private SearchIndex index;

  /// The index of a corpus, by the engine tested, with the same passages each time the same
  /// directory is given.
  protected abstract SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models);

  @BeforeAll
  void open(@TempDir Path directory) throws InterruptedException {
    var corpus =
        new MemoryCorpus()
            .with(
                report(LANTERN, "a"),
                prose(FACTORY),
                prose("公司注重股东回报。"),
                table("项目\t期末余额\n货币资金\t500.00"));
    index = open(corpus, directory, new CountingModel().models("counting"));
    index.awaitVectors();
  }

  @AfterAll
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"厂", "A", "5", "5000", "5,000台", "R&D", "江州"})
  void theShortestQuestionIsSearched(String question) {
    assertThat(texts(question)).contains(FACTORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"厂", "？", "12345", "factory ", "😀", "江州工厂\n"})
  void twoThousandCharactersAreSearched(String repeated) {
    var question = repeated.repeat(2_000 / repeated.length());

    assertThat(texts(question)).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u3000\t\n", "？！…", "😀😀🚀", "\uD83D", "\uDE00\uD83D", "\u0000"})
  void aQuestionWithoutWordsFindsNothing(String question) {
    assertThat(texts(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"请问是多少呢", "的了吗", "what is the", "how much"})
  void aQuestionOfStopWordsIsAboutNothing(String question) {
    assertThat(index.retrieve(query(question)))
        .allSatisfy(evidence -> assertThat(evidence.coverage()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words:江州工厂",
        "江州工厂 AND NOT (",
        "\"江州工厂\"~2^5",
        "江州工* OR [a TO b}",
        "+江州 -工厂 && || ! \\",
        "/江州.*工厂/",
        "{!lucene}江州工厂",
        "江州\uD83D工厂",
        "江州工厂\uDE00😀",
        "江州工厂\u0000\uFFFF",
        "' OR 1=1 -- 江州工厂",
      })
  void signsOfAQueryLanguageAndBrokenCharactersMeanNothing(String question) {
    assertThat(texts(question)).first().isEqualTo(FACTORY);
  }

  @Test
  void filtersThatMatchNothingFindNothing() {
    var nobody = Set.of(new SecuritiesCode("000000"));

    assertThat(index.retrieve(limited(nobody, Set.of(), PUBLISHED))).isEmpty();
    assertThat(index.retrieve(limited(Set.of(), Set.of(DisclosureKind.PROSPECTUS), PUBLISHED)))
        .isEmpty();
    assertThat(index.retrieve(limited(Set.of(), Set.of(), Instant.MIN))).isEmpty();
    assertThat(index.retrieve(limited(Set.of(), Set.of(), Instant.MAX))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_001, 10_000, Integer.MAX_VALUE})
  void aNumberOfResultsOutOfReachIsRefusedWithItsReach(int k) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.of("江州工厂", Language.ZH, PUBLISHED, k))
        .withMessage("k must be from 1 to 1,000, not " + k);
  }

  @Test
  void moreResultsThanThereArePassagesAreAllOfThem() {
    assertThat(index.retrieve(Query.of("江州工厂", Language.ZH, PUBLISHED, 1_000))).hasSize(3);
  }

  @Test
  void aQuestionInTheOtherLanguageIsNoTrouble() {
    assertThat(index.retrieve(Query.of("R&D staff", Language.ZH, PUBLISHED, 5))).isNotEmpty();
    assertThat(index.retrieve(Query.of("江州工厂", Language.EN, PUBLISHED, 5))).isNotEmpty();
  }

  @Test
  void whatAModelReadsIsWellFormedWhereverItIsCut() {
    assertThat(EmbeddingText.of(true, "江州\uD83D工厂").text()).isEqualTo("江州\uFFFD工厂");
    for (var before = 0; before < 4; before++) {
      var cut = EmbeddingText.of(true, "厂".repeat(before) + "😀".repeat(500)).text();
      assertThat(cut).isEqualTo(Wording.wellFormed(cut)).hasSizeGreaterThan(400);
    }
  }

  private List<String> texts(String question) {
    return index.retrieve(query(question)).stream()
        .map(evidence -> evidence.passage().text())
        .toList();
  }

  private static Query query(String text) {
    return Query.of(text, Language.ZH, PUBLISHED, 10);
  }

  private static Query limited(
      Set<SecuritiesCode> issuers, Set<DisclosureKind> kinds, Instant asOf) {
    return new Query("江州工厂", List.of(), Language.ZH, asOf, issuers, kinds, null, 10);
  }
}
