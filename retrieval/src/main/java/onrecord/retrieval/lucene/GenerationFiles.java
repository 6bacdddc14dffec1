package onrecord.retrieval.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import onrecord.retrieval.analysis.TermTokenizer;
import onrecord.retrieval.indexing.IndexedPassage;
import onrecord.retrieval.indexing.Origin;
import onrecord.retrieval.indexing.WordWeights;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of one generation.
///
/// @param directory holds nothing else
/// @param origin what they were made by; its name is the directory's
record GenerationFiles(Path directory, Origin origin) {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationFiles.class);

  /// Megabytes written at once: the fewer small graphs of vectors, the fewer are to be merged.
  private static final double BUFFERED = 128;

  private static final String SCHEMA = "schema";
  private static final String CHINESE = "chinese";
  private static final String ENGLISH = "english";

  static Similarity similarity() {
    return new BM25Similarity(WordWeights.SATURATION, WordWeights.LENGTH);
  }

  /// What stands in a directory; none if it is damaged, half-written or of another version.
  static Optional<Origin> in(Path path) throws IOException {
    try (var directory = FSDirectory.open(path)) {
      return read(path, directory);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileAlreadyExistsException
        | FileNotFoundException
        | EOFException
        | IllegalArgumentException e) {
      LOG.warn("The index in {} is damaged", path, e);
      return Optional.empty();
    }
  }

  private static Optional<Origin> read(Path path, Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    try (var reader = DirectoryReader.open(directory)) {
      var made = reader.getIndexCommit().getUserData();
      if (!("" + IndexedPassage.SCHEMA).equals(made.get(SCHEMA))) {
        LOG.info("The index in {} is of another version", path);
        return Optional.empty();
      }
      for (var leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return Optional.of(
          new Origin(
              String.valueOf(path.getFileName()),
              made.getOrDefault(CHINESE, ""),
              made.getOrDefault(ENGLISH, "")));
    }
  }

  IndexWriter write() throws IOException {
    Files.createDirectories(directory);
    var opened = FSDirectory.open(directory);
    try {
      var writer = new IndexWriter(opened, config());
      writer.setLiveCommitData(
          Map.of(
                  SCHEMA, "" + IndexedPassage.SCHEMA,
                  CHINESE, origin.chinese(),
                  ENGLISH, origin.english())
              .entrySet());
      writer.commit();
      return writer;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(TermTokenizer.analyzer())
        .setSimilarity(similarity())
        .setCommitOnClose(true)
        .setRAMBufferSizeMB(BUFFERED)
        .setCodec(new QuantizedVectorsCodec());
  }

  /// The default codec with vectors quantised for the search and kept whole for the last order.
  private static final class QuantizedVectorsCodec extends Lucene104Codec {

    private final KnnVectorsFormat format = new Lucene104HnswScalarQuantizedVectorsFormat();

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return format;
    }
  }
}
