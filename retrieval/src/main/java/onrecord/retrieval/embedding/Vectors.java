package onrecord.retrieval.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onrecord.retrieval.EmbeddingModels.Model;
import org.jspecify.annotations.Nullable;

/// Vectors of texts: those of passages computed once and kept, those of questions computed anew and
/// remembered for a while. All have length one, so that their dot product is their cosine.
public final class Vectors {

  private final @Nullable Model chinese;
  private final @Nullable Model english;
  private final VectorStore store;
  private final Map<EmbeddingText, float[]> questions = new LastAsked();

  /// Those asked last.
  private static final class LastAsked extends LinkedHashMap<EmbeddingText, float[]> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 200;

    LastAsked() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<EmbeddingText, float[]> eldest) {
      return size() > MOST;
    }
  }

  /// @param chinese null if there is none (any more): then Chinese has no vectors
  /// @param english the same for English
  public Vectors(@Nullable Model chinese, @Nullable Model english, VectorStore store) {
    this.chinese = chinese;
    this.english = english;
    this.store = store;
  }

  /// Whether there is a model for a text's language.
  public boolean canRead(EmbeddingText text) {
    return (text.chinese() ? chinese : english) != null;
  }

  /// The vector of a passage's text, if it was computed before.
  public Optional<float[]> known(EmbeddingText text) {
    if (!canRead(text)) {
      return Optional.empty();
    }
    var model = model(text);
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
      store.keep(model(text).name(), text.text(), vector);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a vector", e);
    }
    return vector;
  }

  /// The vector of a question, remembered for a while: its parts are looked for one after another.
  public float[] ofQuestion(EmbeddingText text) {
    synchronized (questions) {
      var known = questions.get(text);
      if (known != null) {
        return known;
      }
    }
    var vector = of(text);
    synchronized (questions) {
      questions.put(text, vector);
    }
    return vector;
  }

  /// The vector of a text, not kept.
  public float[] of(EmbeddingText text) {
    var model = model(text);
    var vector = model.embedding().embed(text.text()).content().vector();
    if (vector.length != model.dimension()) {
      throw new IllegalStateException(
          "%s gives vectors of %d values, not %d"
              .formatted(model.name(), vector.length, model.dimension()));
    }
    return ofLengthOne(vector);
  }

  private Model model(EmbeddingText text) {
    var model = text.chinese() ? chinese : english;
    if (model == null) {
      throw new IllegalStateException("No model for this language");
    }
    return model;
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
