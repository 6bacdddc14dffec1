package onrecord.bot.desk.publication;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.nio.file.Path;
import java.util.List;
import onrecord.corpus.Corpus;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.SearchIndex;
import onrecord.retrieval.SearchIndexes;
import org.jspecify.annotations.Nullable;

/// What the tests of durability hold: small reports, and an index whose vectors cost nothing.
final class Held {

  private Held() {}

  static SearchIndex index(Corpus corpus, Path data) {
    var model = new EmbeddingModels.Model("flat", 4, new Flat());
    return SearchIndexes.open(corpus, data.resolve("index"), new EmbeddingModels(model, model));
  }

  /// @param token stands in no other report
  static String report(String token, int sections) {
    var text =
        new StringBuilder(
            """
            # 关于%s项目的公告

            证券代码：999999 证券简称：星衡算力 公告编号：2025-%s

            星衡算力股份有限公司

            """
                .formatted(token, number(token)));
    for (int i = 1; i <= sections; i++) {
      text.append("## 第%d项 进展\n\n%s项目第%d期已完成，投入%d.00万元。\n\n".formatted(i, token, i, i * 17));
    }
    return text.append("2025年4月20日\n").toString();
  }

  static String correction(String token, @Nullable String number) {
    return """
    # 关于%s的更正公告

    证券代码：999999 证券简称：星衡算力 公告编号：2025-%s

    星衡算力股份有限公司

    公司此前披露的公告（公告编号：%s）有误，请以更正后的文件为准。

    2025年5月8日
    """
        .formatted(token, number(token), number);
  }

  private static String number(String token) {
    return String.valueOf(1_000 + Math.floorMod(token.hashCode(), 8_999));
  }

  /// Every text lies in the same direction.
  private static final class Flat implements EmbeddingModel {

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      return Response.from(
          segments.stream().map(_ -> Embedding.from(new float[] {1, 0, 0, 0})).toList());
    }
  }
}
