package onrecord.corpus.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// The files as they were handed in, each under the hash of its content.
///
/// A file is there wholly or not at all: it is written aside, forced to disk, and moved in one
/// step.
final class Originals {

  private final Path directory;

  Originals(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + directory, e);
    }
  }

  /// Puts aside what a crash left: files half written, and files that no catalogue came to name.
  /// They are moved, not removed, should a catalogue be looked at that is not theirs.
  void putAsideAllBut(Set<String> named) {
    var aside = directory.resolve("unclaimed");
    try (var files = Files.list(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = file.getFileName().toString();
        if (name.endsWith(".tmp")) {
          Files.delete(file);
        } else if (!named.contains(name)) {
          Files.createDirectories(aside);
          Files.move(file, aside.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy " + directory, e);
    }
  }

  /// The SHA-256 of a file's bytes in lower-case hexadecimal.
  static String sha256(Path file) {
    try (var in = Files.newInputStream(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Keeps a copy and returns its name.
  String keep(Path file, String sha256) {
    var name = sha256 + extension(file);
    var target = directory.resolve(name);
    if (!Files.exists(target)) {
      try {
        var aside = Files.createTempFile(directory, "incoming", ".tmp");
        Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        force(aside, StandardOpenOption.WRITE);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        force(directory, StandardOpenOption.READ);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot keep " + file + " as " + target, e);
      }
    }
    return name;
  }

  Path directory() {
    return directory;
  }

  Path named(String name) {
    return directory.resolve(name);
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (var channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }

  private static String extension(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    var dot = name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot);
    return extension.matches("\\.[a-z0-9]{1,8}") ? extension : "";
  }
}
