package onrecord.bot.evaluation.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onrecord.bot.evaluation.SuiteLine;
import onrecord.bot.evaluation.importing.Imported.Document;

/// Where an imported set is written to: the suite, and beside it a folder of the documents that it
/// brings, ready to be imported.
public record ImportFolder(Path folder) {

  /// Whose disclosures the documents are; they are no issuer's.
  private static final String NOBODY = "SET";

  /// Writes `NAME.jsonl` and, where there are documents, `NAME-documents/`.
  ///
  /// @return the suite's file
  public Path write(String name, Imported imported) {
    try {
      Files.createDirectories(folder);
      var suite = folder.resolve(name + ".jsonl");
      Files.write(suite, imported.questions().stream().map(SuiteLine::text).toList());
      for (var document : imported.documents()) {
        write(Files.createDirectories(folder.resolve(name + "-documents")), document);
      }
      return suite;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  private static void write(Path documents, Document document) throws IOException {
    Files.writeString(documents.resolve(document.file()), document.text() + "\n");
    Files.writeString(
        documents.resolve(document.file() + ".yaml"),
        """
        issuer: %s
        shortName: %1$s
        companyName: %1$s
        kind: OTHER
        title: "%s"
        publishedAt: "2000-01-01"
        """
            .formatted(NOBODY, document.title().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ")));
  }
}
