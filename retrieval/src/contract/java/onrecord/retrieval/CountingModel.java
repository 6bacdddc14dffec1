package onrecord.retrieval;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A quick model that knows characters only, and counts what it is asked; it may fail from some
/// call on.
public final class CountingModel implements EmbeddingModel {

  private static final int DIMENSION = 32;

  private final AtomicInteger calls = new AtomicInteger();
  private final int failsAfter;

  public CountingModel() {
    this(Integer.MAX_VALUE);
  }

  public CountingModel(int failsAfter) {
    this.failsAfter = failsAfter;
  }

  public int calls() {
    return calls.get();
  }

  /// This model for both languages.
  public EmbeddingModels models(String name) {
    var model = new EmbeddingModels.Model(name, DIMENSION, this);
    return new EmbeddingModels(model, model);
  }

  @Override
  public Response<Embedding> embed(String text) {
    if (calls.incrementAndGet() > failsAfter) {
      throw new IllegalStateException("This model has broken down");
    }
    var vector = new float[DIMENSION];
    text.chars().forEach(c -> vector[c % DIMENSION]++);
    return Response.from(Embedding.from(vector));
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return Response.from(
        segments.stream().map(segment -> embed(segment.text()).content()).toList());
  }
}
