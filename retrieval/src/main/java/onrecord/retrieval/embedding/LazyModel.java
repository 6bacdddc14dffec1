package onrecord.retrieval.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A model that is loaded when first asked, so that a corpus in one language loads one model.
final class LazyModel implements EmbeddingModel {

  private final Supplier<EmbeddingModel> loading;
  private @Nullable EmbeddingModel loaded;

  LazyModel(Supplier<EmbeddingModel> loading) {
    this.loading = loading;
  }

  @Override
  public Response<Embedding> embed(String text) {
    return model().embed(text);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return model().embedAll(segments);
  }

  private synchronized EmbeddingModel model() {
    if (loaded == null) {
      loaded = loading.get();
    }
    return loaded;
  }
}
