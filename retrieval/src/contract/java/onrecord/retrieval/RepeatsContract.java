package onrecord.retrieval;

import static onrecord.retrieval.MemoryCorpus.LANTERN;
import static onrecord.retrieval.MemoryCorpus.PUBLISHED;
import static onrecord.retrieval.MemoryCorpus.RIVER;
import static onrecord.retrieval.MemoryCorpus.between;
import static onrecord.retrieval.MemoryCorpus.prose;
import static onrecord.retrieval.MemoryCorpus.reply;
import static onrecord.retrieval.MemoryCorpus.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Language;
import onrecord.corpus.PassageId;
import onrecord.corpus.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every engine makes of the same statement in several reports, and of an answer that spans
/// two passages.
public abstract class RepeatsContract {

  private static final Instant LATER = PUBLISHED.plusSeconds(86_400);
  private static final String SEAT =
      "公司总部位于江州市河东区，主要从事照明设备的研发、生产与销售，产品用于城市道路、隧道和场馆，并提供安装与维护服务，员工500人。";

  @TempDir Path directory;

  private final MemoryCorpus corpus = new MemoryCorpus();

  @Test
  void aRepeatedStatementIsFoundOnceInTheNewestReport() {
    corpus.with(report(LANTERN, "a"), prose(SEAT));
    corpus.with(later("b"), prose(SEAT.replace("，并提供", "，提供")));

    var found = found("公司总部位于哪里", null);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().passage().id()).isEqualTo(new PassageId("b#0"));
    assertThat(found.getFirst().repeats()).containsExactly(new PassageId("a#0"));
  }

  @Test
  void whereAPeriodIsAskedForTheSameWordsOfAnotherAreNoRepeat() {
    corpus.with(report(LANTERN, "a"), prose(SEAT));
    corpus.with(later("b"), prose(SEAT));

    assertThat(found("公司总部位于哪里", ReportingPeriod.year(2024))).hasSize(2);
  }

  @Test
  void otherFiguresOtherIssuersAndOtherQuestionsMakeAnotherStatement() {
    corpus.with(report(LANTERN, "a"), prose(SEAT), reply("总部会迁往外地吗？", "暂无计划。"));
    corpus.with(later("b"), prose(SEAT.replace("500", "600")));
    corpus.with(report(RIVER, "c"), prose(SEAT), reply("公司会分红吗？", "暂无计划。"));
    corpus.with(later("d"), reply("总部大楼会出售吗？", "暂无计划。"));

    assertThat(found("公司总部位于哪里", null)).allMatch(each -> each.repeats().isEmpty());
  }

  @Test
  void whatOneReportSaysTwiceStandsInBothPlaces() {
    corpus.with(report(LANTERN, "a"), prose(SEAT), prose("公司注重股东回报。"), prose(SEAT));

    assertThat(found("公司总部位于哪里", null)).filteredOn(each -> each.coverage() > 0.5).hasSize(2);
  }

  @Test
  void aPassageNamesTheNeighbourThatHoldsWhatItLacks() {
    corpus.with(
        report(LANTERN, "a"),
        prose("江州工厂的扩建工程已经完工，通过了验收。"),
        prose("新增的研发人员来自三所大学，已全部到岗。"),
        prose("公司注重股东回报。"));

    var first = found("江州工厂研发人员", null).getFirst();

    assertThat(first.passage().id().value()).isIn("a#0", "a#1");
    assertThat(first.neighbours())
        .containsExactly(new PassageId(first.passage().id().value().equals("a#0") ? "a#1" : "a#0"));
  }

  @Test
  void aPassageThatHoldsAllHasNoNeighbour() {
    corpus.with(report(LANTERN, "a"), prose("江州工厂的研发人员有三百人。"), prose("江州工厂通过了验收。"));

    assertThat(found("江州工厂研发人员", null).getFirst().neighbours()).isEmpty();
  }

  /// The index of a corpus, by the engine tested, with the same passages each time the same
  /// directory is given.
  protected abstract SearchIndex open(Corpus corpus, Path directory, EmbeddingModels models);

  private static Disclosure later(String id) {
    return between(report(LANTERN, id), LATER, null);
  }

  private List<Evidence> found(String question, @Nullable ReportingPeriod period) {
    try (var index = open(corpus, directory, new CountingModel().models("counting"))) {
      return index.retrieve(
          new Query(question, List.of(), Language.ZH, LATER, Set.of(), Set.of(), period, 10));
    }
  }
}
