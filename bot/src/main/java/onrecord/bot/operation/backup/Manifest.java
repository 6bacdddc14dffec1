package onrecord.bot.operation.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a back-up holds; written last, so that without it there is none.
///
/// @param format of the back-up, for releases to come
/// @param program the release that made it
/// @param corpusRevision of the corpus in it
/// @param auditHead the hash of the audit trail's last entry
/// @param versions by database, how far each schema's migrations had come
/// @param files all others, in no particular order
public record Manifest(
    int format,
    Instant madeAt,
    String program,
    long corpusRevision,
    String auditHead,
    Map<String, Map<String, String>> versions,
    List<Entry> files) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  public Manifest {
    versions = Map.copyOf(versions);
    files = List.copyOf(files);
  }

  /// A file.
  ///
  /// @param path within the back-up, its steps parted by `/`
  /// @param size in bytes
  /// @param sha256 of its bytes, in lower-case hexadecimal
  public record Entry(String path, long size, String sha256) {}
}
