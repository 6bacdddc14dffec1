package onrecord.bot.operation.backup;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// A folder in the making: it gets its name when it is whole and on disk. Closed before that, it is
/// gone.
final class Folder implements AutoCloseable {

  private final Path made;
  private final Path making;
  private final List<Manifest.Entry> entries = new ArrayList<>();

  private Folder(Path made, Path making) {
    this.made = made;
    this.making = making;
  }

  /// @param made does not exist, or is empty
  /// @throws RefusedBackupException if it is neither
  static Folder inTheMaking(Path made) throws IOException {
    var target = made.toAbsolutePath().normalize();
    if (!isFree(target)) {
      throw new RefusedBackupException(
          "'%s' is not empty; please name another folder.".formatted(target));
    }
    var parent = Files.createDirectories(target.getParent());
    // Only its owner may look into what is made like this.
    return new Folder(
        target, Files.createTempDirectory(parent, "." + target.getFileName() + ".part-"));
  }

  private static boolean isFree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  Path path() {
    return making;
  }

  /// The files that were written, each with its hash.
  List<Manifest.Entry> entries() {
    return entries;
  }

  /// What writes a text.
  interface Text {

    void to(Writer writer) throws Exception;
  }

  void writeText(String path, Text text) throws Exception {
    write(
        path,
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.to(writer);
          writer.flush();
        });
  }

  /// @return the hash of its bytes
  String copy(Path file, String path) throws Exception {
    write(
        path,
        out -> {
          try (var in = Files.newInputStream(file)) {
            in.transferTo(out);
          }
        });
    return entries.getLast().sha256();
  }

  private interface Content {

    void to(OutputStream out) throws Exception;
  }

  private void write(String path, Content content) throws Exception {
    var file = making.resolve(path);
    Files.createDirectories(file.getParent());
    try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out = new DigestOutputStream(Channels.newOutputStream(channel), sha256())) {
      content.to(out);
      channel.force(true);
      entries.add(
          new Manifest.Entry(
              path, channel.size(), HexFormat.of().formatHex(out.getMessageDigest().digest())));
    }
  }

  /// Gives it its name, in one step.
  void finish() throws IOException {
    Files.move(making, made, StandardCopyOption.ATOMIC_MOVE);
    try (var parent = FileChannel.open(made.getParent(), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(making)) {
      try (var files = Files.walk(making)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// The SHA-256 of a file's bytes in lower-case hexadecimal.
  static String sha256(Path file) throws IOException {
    var digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
