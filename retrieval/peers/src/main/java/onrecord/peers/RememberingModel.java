package onrecord.peers;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Computes the vector of each passage once and keeps it in a file, since a set of reports takes
/// minutes; those of questions are computed each time, so that their time counts.
final class RememberingModel implements EmbeddingModel {

  private final EmbeddingModel model;
  private final Path file;
  private final Map<String, float[]> known = new LinkedHashMap<>();

  RememberingModel(EmbeddingModel model, Path file) throws IOException {
    this.model = model;
    this.file = file;
    if (Files.exists(file)) {
      read();
    }
  }

  private void read() throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (var left = in.readInt(); left > 0; left--) {
        var text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        var vector = new float[in.readInt()];
        for (var i = 0; i < vector.length; i++) {
          vector[i] = in.readFloat();
        }
        known.put(text, vector);
      }
    }
  }

  /// Keeps what is known for the next time.
  void keep() throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(known.size());
      for (var each : known.entrySet()) {
        var text = each.getKey().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeInt(each.getValue().length);
        for (var value : each.getValue()) {
          out.writeFloat(value);
        }
      }
    }
  }

  @Override
  public Response<Embedding> embed(String question) {
    return model.embed(question);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> passages) {
    return Response.from(
        passages.stream()
            .map(passage -> known.computeIfAbsent(passage.text(), this::vector))
            .map(Embedding::from)
            .toList());
  }

  private float[] vector(String text) {
    return model.embed(text).content().vector();
  }
}
