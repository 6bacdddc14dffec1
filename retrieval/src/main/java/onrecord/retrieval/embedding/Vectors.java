package onrecord.retrieval.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.EmbeddingModels.Model;

/// Vectors of texts: those of passages computed once and kept, those of questions computed anew.
/// All have length one, so that their dot product is their cosine.
public final class Vectors {

  private final EmbeddingModels models;
  private final VectorStore store;

  public Vectors(EmbeddingModels models, VectorStore store) {
    this.models = models;
    this.store = store;
  }

  /// The vector of a passage's text, if it was computed before.
  public Optional<float[]> known(EmbeddingText text) {
    var model = model(text.chinese());
    try {
      return store
          .find(model.name(), text.text())
          .filter(vector -> vector.length == model.dimension());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the vectors kept", e);
    }
  }

  /// The vector of a passage's text, kept for the next time.
  public float[] computed(EmbeddingText text) {
    var vector = of(text);
    try {
      store.keep(model(text.chinese()).name(), text.text(), vector);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a vector", e);
    }
    return vector;
  }

  /// The vector of a question, not kept.
  public float[] of(EmbeddingText text) {
    var model = model(text.chinese());
    var vector = model.embedding().embed(text.text()).content().vector();
    if (vector.length != model.dimension()) {
      throw new IllegalStateException(
          "%s gives vectors of %d values, not %d"
              .formatted(model.name(), vector.length, model.dimension()));
    }
    return ofLengthOne(vector);
  }

  private Model model(boolean chinese) {
    return chinese ? models.chinese() : models.english();
  }

  private static float[] ofLengthOne(float[] vector) {
    var squares = 0.0;
    for (var value : vector) {
      squares += (double) value * value;
    }
    var length = (float) Math.sqrt(squares);
    var scaled = vector.clone();
    for (var i = 0; i < scaled.length && length > 0; i++) {
      scaled[i] /= length;
    }
    return scaled;
  }
}
