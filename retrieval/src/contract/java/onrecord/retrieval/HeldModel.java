package onrecord.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A model that gives no vector until it is released.
final class HeldModel implements EmbeddingModel {

  private final CountDownLatch released = new CountDownLatch(1);
  private final CountingModel model = new CountingModel();

  void release() {
    released.countDown();
  }

  /// This model for both languages.
  EmbeddingModels models(String name) {
    var model = new EmbeddingModels.Model(name, 32, this);
    return new EmbeddingModels(model, model);
  }

  @Override
  public Response<Embedding> embed(String text) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while held", e);
    }
    return model.embed(text);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return Response.from(
        segments.stream().map(segment -> embed(segment.text()).content()).toList());
  }
}
