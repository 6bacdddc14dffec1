package onrecord.bot.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import onrecord.corpus.Corpora;
import onrecord.corpus.Corpus;
import onrecord.corpus.Intake;
import onrecord.corpus.SecuritiesCode;

/// A corpus of reports that tests write, with the figures read from them.
record Ledger(Corpus corpus, Path inbox) implements AutoCloseable {

  static final SecuritiesCode ISSUER = new SecuritiesCode("999999");
  static final Instant ASKED = Instant.parse("2025-11-20T01:00:00Z");

  static Ledger in(Path directory) {
    try {
      var inbox = Files.createDirectories(directory.resolve("inbox"));
      return new Ledger(Corpora.open(directory.resolve("data")), inbox);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the inbox", e);
    }
  }

  /// @param kind as YAML names it
  /// @param month in which its period ends: `2025-09`
  /// @param day of publication
  Ledger holding(String kind, String month, String day, String text) {
    var file = inbox.resolve(kind.charAt(0) + month + day + ".md");
    try {
      Files.writeString(
          inbox.resolve(file.getFileName() + ".yaml"),
          """
          issuer: "999999"
          shortName: "星衡算力"
          companyName: "星衡算力科技股份有限公司"
          kind: "%s"
          title: "%s"
          period: "%s"
          publishedAt: "%sT18:00:00+08:00"
          """
              .formatted(kind, month + " " + kind, month, day));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    if (!(corpus.take(file) instanceof Intake.Taken)) {
      throw new AssertionError(file + " was not taken");
    }
    return this;
  }

  FigureFinder finder() {
    return new FigureFinder(new FigureBook(corpus));
  }

  @Override
  public void close() {
    corpus.close();
  }
}
