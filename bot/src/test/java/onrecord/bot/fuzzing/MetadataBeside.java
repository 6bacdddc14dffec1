package onrecord.bot.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import onrecord.corpus.formats.Formats;
import onrecord.corpus.metadata.MetadataReader;
import onrecord.corpus.pdf.PdfReader;

/// The YAML file beside a document: understood, or refused by its name and line.
final class MetadataBeside implements Target.Taking {

  private final Path document = Documents.temporary("document.txt");
  private final Path beside = document.resolveSibling("document.txt.yaml");
  private final MetadataReader reader = new MetadataReader();
  private final SourceText text;

  MetadataBeside() {
    beside.toFile().deleteOnExit();
    try {
      Files.writeString(document, "星衡算力科技股份有限公司\n关于项目进展的公告\n项目已于2025年6月开工。\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    var limits = new Formats.Limits(1L << 20, Duration.ofSeconds(10), 1);
    text = new Formats(new PdfReader(), limits).read(document);
  }

  @Override
  public void take(byte[] input) throws IOException {
    Files.write(beside, input);
    try {
      reader.read(document, text);
    } catch (UnreadableFileException refused) {
      if (!refused.toString().contains("document.txt")) {
        throw new AssertionError("Refused without the file's name", refused);
      }
    }
  }
}
