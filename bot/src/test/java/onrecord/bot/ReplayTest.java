package onrecord.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import onrecord.bot.answers.AnswerArchive;
import onrecord.bot.desk.audit.Replay;
import onrecord.corpus.Attribution;
import onrecord.corpus.CuratedCorpus;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A stored question is answered again on the corpus as it was, whatever became of it since.
class ReplayTest {

  private static final String REPORT =
      """
      # 2024年年度报告

      证券代码：999999 证券简称：星衡算力 公告编号：2025-015

      星衡算力股份有限公司

      ## 一、主要会计数据

      单位：万元

      | 项目 | 2024年 | 2023年 |
      |---|---|---|
      | 营业收入 | 1,000.00 | 800.00 |
      | 净利润 | 90.00 | 70.00 |

      2025年4月20日
      """;

  @TempDir Path folder;

  @Test
  void theAnswerIsTheSameAlsoAfterTheCorpusHasChanged() throws IOException {
    try (var context = context()) {
      var corpus = context.getBean(CuratedCorpus.class);
      corpus.take(Files.writeString(folder.resolve("report.md"), REPORT));
      context.getBean(SearchIndex.class).reconcile();
      var answer =
          context.getBean(Assistant.class).answer(Question.of("2024年营业收入是多少？", Instant.now()));
      assertThat(answer.text()).contains("1,000.00万元");
      assertThat(replay(context).replay(answer.id()).differences()).isEmpty();

      var report = corpus.disclosures().getFirst();
      corpus.take(
          Files.writeString(
              folder.resolve("later.md"),
              REPORT.replace("2024", "2023").replace("2025-015", "2024-015")));
      corpus.withdraw(report.id(), Attribution.ofProgram().because("a mistake"));
      context.getBean(SearchIndex.class).reconcile();

      assertThat(replay(context).replay(answer.id()).differences()).isEmpty();
    }
  }

  private static Replay replay(AnnotationConfigApplicationContext context) {
    return new Replay(
        context.getBean(AnswerArchive.class),
        context.getBean(CuratedCorpus.class),
        context.getBean(SearchIndex.class),
        context.getBean(SearchModels.class),
        context.getBean(Settings.class).data().resolve("index"),
        context.getBean(Assistants.class));
  }

  private AnnotationConfigApplicationContext context() {
    var context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test", Map.of("onrecord.data", folder.resolve("data").toString())));
    context.register(BotConfiguration.class);
    context.refresh();
    return context;
  }
}
