package onrecord.peers;

import dev.langchain4j.community.rag.content.retriever.lucene.LuceneContentRetriever;
import dev.langchain4j.community.rag.content.retriever.lucene.LuceneEmbeddingStore;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.json.JsonMapper;

/// Asks each peer a set's questions.
///
/// `Peers FOLDER LANGUAGE K`: the folder holds `passages.jsonl` and `questions.jsonl` (`id`,
/// `text`); a line of JSON for each peer and question goes to standard output: `peer`, `question`,
/// `found` (ids, best first), `milliseconds`.
public final class Peers {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Passage> passages;
  private final EmbeddingModel model;
  private final int k;

  private Peers(List<Passage> passages, EmbeddingModel model, int k) {
    this.passages = passages;
    this.model = model;
    this.k = k;
  }

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var vectors = folder.resolve("vectors-" + arguments[1] + ".bin");
    var model = new RememberingModel(model(arguments[1]), vectors);
    var passages = read(folder.resolve("passages.jsonl"));
    var peers = new Peers(passages, model, Integer.parseInt(arguments[2]));
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var questions = read(folder.resolve("questions.jsonl"));
    for (var peer : List.of(peers.easyRag(), peers.lucene())) {
      questions.forEach(question -> out.println(line(peer, question)));
    }
    model.keep();
  }

  private static EmbeddingModel model(String language) {
    return language.equals("zh")
        ? new BgeSmallZhV15QuantizedEmbeddingModel()
        : new BgeSmallEnV15QuantizedEmbeddingModel();
  }

  private static List<Passage> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> JSON.readValue(line, Passage.class))
        .toList();
  }

  private static String line(Peer peer, Passage question) {
    var start = System.nanoTime();
    var found = peer.find(question.text());
    var milliseconds = (System.nanoTime() - start) / 1e6;
    return JSON.writeValueAsString(
        Map.of(
            "peer",
            peer.name(),
            "question",
            question.id(),
            "found",
            found,
            "milliseconds",
            milliseconds));
  }

  /// The in-memory store, filled by the ingestor with easy-RAG's splitter, which it finds by
  /// itself.
  private Peer easyRag() {
    var store = new InMemoryEmbeddingStore<TextSegment>();
    EmbeddingStoreIngestor.builder()
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(
            passages.stream()
                .map(passage -> Document.from(passage.text(), Peer.of(passage)))
                .toList());
    return new Peer(
        "LangChain4j easy-RAG",
        EmbeddingStoreContentRetriever.builder()
            .embeddingStore(store)
            .embeddingModel(model)
            .maxResults(k)
            .build());
  }

  /// Words and vectors in one Lucene index, with its standard analyser.
  private Peer lucene() {
    var directory = new ByteBuffersDirectory();
    var store = LuceneEmbeddingStore.builder().directory(directory).build();
    for (var passage : passages) {
      var segment = TextSegment.from(passage.text(), Peer.of(passage));
      store.add(model.embedAll(List.of(segment)).content().getFirst(), segment);
    }
    return new Peer(
        "LangChain4j Lucene content retriever",
        LuceneContentRetriever.builder()
            .directory(directory)
            .embeddingModel(model)
            .onlyMatches()
            .maxResults(k)
            .build());
  }
}
