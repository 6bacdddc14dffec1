package onrecord.retrieval.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import onrecord.retrieval.EmbeddingModels;
import onrecord.retrieval.IndexInUseException;
import onrecord.retrieval.analysis.TermTokenizer;
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
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the index's files for writing: as they are if they can be used, empty if not.
final class IndexFiles {

  private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
  private static final String MADE_BY = "madeBy";

  private IndexFiles() {}

  /// Passages differ in length for reasons of layout more than of content, so length counts less
  /// than usual.
  static Similarity similarity() {
    return new BM25Similarity(1.2f, 0.5f);
  }

  /// @throws IndexInUseException if another holds the directory
  static IndexWriter open(Path path, EmbeddingModels models) throws IOException {
    var madeBy = madeBy(models);
    Files.createDirectories(path);
    var directory = FSDirectory.open(path);
    try {
      clearUnlessUsable(directory, madeBy);
      var writer = new IndexWriter(directory, config());
      writer.setLiveCommitData(Map.of(MADE_BY, madeBy).entrySet());
      writer.commit();
      return writer;
    } catch (LockObtainFailedException e) {
      directory.close();
      throw new IndexInUseException(path, e);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// A writer that is to create an index still reads the one that is there, so what cannot be read
  /// has to go first.
  private static void clearUnlessUsable(Directory directory, String madeBy) throws IOException {
    try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      if (!isUsable(directory, madeBy)) {
        for (var file : directory.listAll()) {
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
            directory.deleteFile(file);
          }
        }
      }
    }
  }

  private static String madeBy(EmbeddingModels models) {
    return "schema %d, %s, %s"
        .formatted(Fields.SCHEMA, models.chinese().name(), models.english().name());
  }

  private static boolean isUsable(Directory directory, String madeBy) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (var reader = DirectoryReader.open(directory)) {
      for (var leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      var found = reader.getIndexCommit().getUserData().get(MADE_BY);
      if (!madeBy.equals(found)) {
        LOG.info("The index is built anew: made by '{}', now '{}'", found, madeBy);
      }
      return madeBy.equals(found);
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileNotFoundException
        | EOFException
        | IllegalArgumentException e) {
      LOG.warn("The index in {} is damaged and is built anew", directory, e);
      return false;
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(TermTokenizer.analyzer())
        .setSimilarity(similarity())
        .setCommitOnClose(true)
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
