package onrecord.retrieval.embedding;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every vector ever computed, by model and text, in one file that only grows, so that neither a
/// crash nor a new index costs the work of hours.
///
/// A record is `key (16 bytes) | dimension (int) | values (floats) | CRC-32 of all these (int)`,
/// big-endian. What a crash left half-written at the end is cut off on opening. Safe for use by
/// many threads.
public final class VectorStore implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(VectorStore.class);
  private static final int HEAD = 16 + Integer.BYTES;
  private static final int LARGEST_DIMENSION = 8_192;

  private final FileChannel file;
  private final Map<Key, Place> places = new ConcurrentHashMap<>();
  private long end;

  private VectorStore(FileChannel file) {
    this.file = file;
  }

  /// @param path made if missing
  public static VectorStore open(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    var file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var store = new VectorStore(file);
    store.readPlaces(path);
    return store;
  }

  private void readPlaces(Path path) throws IOException {
    var size = file.size();
    while (end < size) {
      var head = read(end, HEAD, size);
      var dimension = head == null ? 0 : head.getInt(16);
      if (head == null || dimension < 1 || dimension > LARGEST_DIMENSION) {
        break;
      }
      var length = HEAD + dimension * Float.BYTES;
      var sealed = read(end, length + Integer.BYTES, size);
      if (sealed == null || sealed.getInt(length) != crc(sealed.slice(0, length))) {
        break;
      }
      places.put(new Key(head.getLong(0), head.getLong(8)), new Place(end + HEAD, dimension));
      end += length + Integer.BYTES;
    }
    if (end < size) {
      LOG.warn("{}: {} bytes after the last whole vector are dropped", path, size - end);
      file.truncate(end);
    }
  }

  private @Nullable ByteBuffer read(long from, int length, long size) throws IOException {
    if (from + length > size) {
      return null;
    }
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
      // Read on: a read may give less than asked.
    }
    return buffer.hasRemaining() ? null : buffer.flip();
  }

  /// The vector of a text, if it was computed before.
  public Optional<float[]> find(String model, String text) throws IOException {
    var place = places.get(Key.of(model, text));
    if (place == null) {
      return Optional.empty();
    }
    var values = read(place.offset, place.dimension * Float.BYTES, Long.MAX_VALUE);
    if (values == null) {
      return Optional.empty();
    }
    var vector = new float[place.dimension];
    values.asFloatBuffer().get(vector);
    return Optional.of(vector);
  }

  /// Keeps a vector.
  public synchronized void keep(String model, String text, float[] vector) throws IOException {
    var key = Key.of(model, text);
    var length = HEAD + vector.length * Float.BYTES;
    var sealed = ByteBuffer.allocate(length + Integer.BYTES);
    sealed.putLong(key.high).putLong(key.low).putInt(vector.length);
    sealed.asFloatBuffer().put(vector);
    sealed.putInt(length, crc(sealed.slice(0, length))).rewind();
    while (sealed.hasRemaining()) {
      file.write(sealed, end + sealed.position());
    }
    places.put(key, new Place(end + HEAD, vector.length));
    end += sealed.capacity();
  }

  @Override
  public synchronized void close() throws IOException {
    file.force(true);
    file.close();
  }

  private static int crc(ByteBuffer content) {
    var crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private record Place(long offset, int dimension) {}

  private record Key(long high, long low) {

    static Key of(String model, String text) {
      try {
        var hash = MessageDigest.getInstance("SHA-256");
        hash.update(model.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        var bytes = ByteBuffer.wrap(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Key(bytes.getLong(), bytes.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
    }
  }
}
