package onrecord.bot.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import onrecord.corpus.Corpus;
import onrecord.corpus.Disclosure;
import onrecord.corpus.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/// The demo issuer's disclosures that come with the program, so that there is something to ask
/// about from the first start.
final class BundledDisclosures {

  private static final Logger LOG = LoggerFactory.getLogger(BundledDisclosures.class);

  private final String location;

  BundledDisclosures() {
    this("classpath*:disclosures/*");
  }

  BundledDisclosures(String location) {
    this.location = location;
  }

  /// Takes those that the corpus does not hold, unless it holds any other issuer's.
  void takeInto(Corpus corpus) {
    try {
      var bundled = new PathMatchingResourcePatternResolver().getResources(location);
      var hashes = hashesOf(bundled);
      if (!isOthers(corpus, hashes) && !isComplete(corpus, hashes)) {
        takeAll(bundled, corpus);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read the bundled disclosures", unreadable);
    }
  }

  private static boolean isOthers(Corpus corpus, Set<String> hashes) {
    var demo =
        corpus.disclosures().stream()
            .filter(disclosure -> hashes.contains(disclosure.sha256()))
            .map(disclosure -> disclosure.issuer().code())
            .collect(Collectors.toSet());
    return corpus.disclosures().stream()
        .anyMatch(disclosure -> !demo.contains(disclosure.issuer().code()));
  }

  private static boolean isComplete(Corpus corpus, Set<String> hashes) {
    return corpus.disclosures().stream()
        .map(Disclosure::sha256)
        .collect(Collectors.toSet())
        .containsAll(hashes);
  }

  private static void takeAll(Resource[] bundled, Corpus corpus) throws IOException {
    var folder = Files.createTempDirectory("onrecord-bundled");
    try {
      for (var resource : bundled) {
        try (InputStream in = resource.getInputStream()) {
          Files.copy(in, folder.resolve(nameOf(resource)));
        }
      }
      for (var file : originals(folder)) {
        if (corpus.take(file) instanceof Intake.Refused refused) {
          LOG.warn("Bundled file {} is refused: {}", refused.file(), refused.message());
        }
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static List<Path> originals(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(FileImport::isOriginal).sorted().toList();
    }
  }

  private static Set<String> hashesOf(Resource[] bundled) throws IOException {
    var hashes = new HashSet<String>();
    for (var resource : bundled) {
      if (FileImport.isOriginal(Path.of(nameOf(resource)))) {
        hashes.add(sha256(resource.getContentAsByteArray()));
      }
    }
    return hashes;
  }

  private static String nameOf(Resource resource) {
    return Objects.requireNonNull(resource.getFilename());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
