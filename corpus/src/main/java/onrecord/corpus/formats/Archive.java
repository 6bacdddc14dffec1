package onrecord.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onrecord.corpus.Intake;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.IntakeProgress;
import onrecord.corpus.document.UnreadableFileException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Documents handed in together in a ZIP file, each a file of its own to whoever takes them.
///
/// Each is unpacked alone and removed before the next, and refused alone: one that is damaged,
/// protected or unpacks to far more than its size does not keep the others from being taken. Names
/// are used without their folders, so that no entry can be written anywhere else.
public final class Archive {

  /// What an archive may ask for, those within it included.
  ///
  /// @param documents the most files
  /// @param bytes the most bytes, unpacked
  /// @param documentBytes the most bytes of one file, unpacked
  /// @param depth how many archives may stand within each other
  public record Limits(int documents, long bytes, long documentBytes, int depth) {

    public static final Limits USUAL = new Limits(2_000, 4L << 30, 100L << 20, 3);
  }

  /// What unpacks to so many times its size is no document, once it is larger than a few megabytes.
  private static final int MOST_TIMES_ITS_SIZE = 200;

  private static final long SMALL = 8L << 20;
  private static final int LONGEST_NAME = 200;
  private static final int CHUNK = 1 << 16;

  private final Limits limits;
  private final Function<Path, Intake> take;
  private final IntakeProgress progress;
  private int documents;
  private long bytes;

  private Archive(Limits limits, Function<Path, Intake> take, IntakeProgress progress) {
    this.limits = limits;
    this.take = take;
    this.progress = progress;
  }

  /// Whether a file is an archive, whatever its name says; Office documents are not.
  public static boolean is(Path file) {
    try {
      return Files.size(file) > 0 && FileType.of(file) == FileType.ZIP;
    } catch (IOException | UnreadableFileException _) {
      return false;
    }
  }

  /// What becomes of each document in an archive, in the order of the archive.
  ///
  /// @param take takes one; it may have its metadata, `NAME.yaml`, beside it
  /// @param progress hears of each
  /// @throws UnreadableFileException if the archive itself cannot be opened or holds no file
  public static List<Intake> take(
      Path file, Limits limits, Function<Path, Intake> take, IntakeProgress progress) {
    var taken = new Archive(limits, take, progress).take(file, 1);
    if (taken.isEmpty()) {
      throw new UnreadableFileException(
          Reason.NO_TEXT,
          null,
          file.getFileName() + " holds no documents.",
          "Pack the documents and hand it in again.",
          null);
    }
    return taken;
  }

  private List<Intake> take(Path file, int depth) {
    try (var zip = ZipFile.builder().setPath(file).get()) {
      var entries =
          Collections.list(zip.getEntriesInPhysicalOrder()).stream()
              .filter(entry -> !entry.isDirectory() && !isAside(name(entry)))
              .toList();
      var stated = new HashMap<String, ZipArchiveEntry>();
      entries.forEach(entry -> stated.putIfAbsent(path(entry), entry));
      var documents = entries.stream().filter(entry -> !isMetadata(entry, stated)).toList();
      progress.unpacking(documents.stream().map(Archive::name).toList());
      var taken = new ArrayList<Intake>();
      for (var document : documents) {
        taken.addAll(take(zip, document, stated.get(path(document) + ".yaml"), depth));
      }
      return taken;
    } catch (IOException | RuntimeException e) {
      throw Content.refusal(file, "it is no whole archive", e);
    }
  }

  private static boolean isMetadata(ZipArchiveEntry entry, Map<String, ZipArchiveEntry> entries) {
    var path = path(entry);
    return path.endsWith(".yaml") && entries.containsKey(path.substring(0, path.length() - 5));
  }

  private List<Intake> take(
      ZipFile zip, ZipArchiveEntry entry, @Nullable ZipArchiveEntry metadata, int depth)
      throws IOException {
    progress.reading(name(entry));
    var folder = Files.createTempDirectory("onrecord-archive");
    var document = folder.resolve(name(entry));
    var beside = folder.resolve(name(entry) + ".yaml");
    try {
      unpack(zip, entry, document);
      if (metadata != null) {
        unpack(zip, metadata, beside);
      }
      if (!is(document)) {
        return done(take.apply(document));
      }
      if (depth >= limits.depth()) {
        throw Content.tooComplex(document, "it is an archive in too many others", null);
      }
      return take(document, depth + 1);
    } catch (UnreadableFileException e) {
      return done(e.refusalOf(name(entry)));
    } finally {
      Files.deleteIfExists(document);
      Files.deleteIfExists(beside);
      Files.deleteIfExists(folder);
    }
  }

  private List<Intake> done(Intake document) {
    progress.done(document);
    return List.of(document);
  }

  /// @throws UnreadableFileException if it cannot be unpacked, or not within the limits
  private void unpack(ZipFile zip, ZipArchiveEntry entry, Path to) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new UnreadableFileException(
          Reason.ENCRYPTED,
          null,
          to.getFileName() + " is protected by a password.",
          "Pack it without a password and hand it in again.",
          null);
    }
    if (++documents > limits.documents()) {
      throw tooLarge(to, "the archive holds more than %,d files".formatted(limits.documents()));
    }
    try (var in = zip.getInputStream(entry);
        var out = Files.newOutputStream(to)) {
      copy(in, out, entry, to);
    } catch (IOException e) {
      throw Content.damaged(to, "it cannot be unpacked", e);
    }
  }

  private void copy(InputStream in, OutputStream out, ZipArchiveEntry entry, Path to)
      throws IOException {
    var packed = Math.max(1, entry.getCompressedSize());
    var unpacked = 0L;
    var chunk = new byte[CHUNK];
    for (var read = in.read(chunk); read > 0; read = in.read(chunk)) {
      unpacked += read;
      bytes += read;
      if (unpacked > limits.documentBytes()) {
        throw tooLarge(to, "the limit is %,d bytes".formatted(limits.documentBytes()));
      }
      if (unpacked > SMALL && unpacked / packed > MOST_TIMES_ITS_SIZE) {
        throw Content.tooComplex(to, "it unpacks to far more than its size", null);
      }
      if (bytes > limits.bytes()) {
        throw tooLarge(
            to, "what the archive holds unpacks to more than %,d bytes".formatted(limits.bytes()));
      }
      out.write(chunk, 0, read);
    }
  }

  private static UnreadableFileException tooLarge(Path file, String why) {
    return new UnreadableFileException(
        Reason.TOO_LARGE,
        null,
        file.getFileName() + " is too large: " + why + ".",
        "Reduce its images, or hand in the documents in several archives.",
        null);
  }

  /// What systems leave in archives beside the documents.
  private static boolean isAside(String name) {
    return name.startsWith(".") || name.equalsIgnoreCase("Thumbs.db");
  }

  /// The name without its folders.
  private static String name(ZipArchiveEntry entry) {
    var path = path(entry);
    var name =
        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
            .replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
    return name.isBlank() || name.equals("..")
        ? "document"
        : name.substring(Math.max(0, name.length() - LONGEST_NAME));
  }

  /// The path as written; archives made on Chinese systems write it in GB18030 and do not say so.
  private static String path(ZipArchiveEntry entry) {
    var raw = entry.getRawName();
    return raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()
        ? entry.getName()
        : Charsets.decode(raw);
  }
}
