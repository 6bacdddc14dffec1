package onrecord.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.Block;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import onrecord.corpus.document.UnreadableFileException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

  private static final DocumentReader PDF =
      file ->
          new SourceText(
              List.of(new Block.Paragraph("a PDF", List.of(), 1)), 1, null, null, List.of());

  @TempDir Path folder;

  private final Formats formats = new Formats(PDF, Formats.Limits.DEFAULT);

  @Test
  void contentTellsTheFormatWhateverTheExtension() throws IOException {
    assertThat(FileType.of(write("notice.pdf", "<!DOCTYPE html><p>x"))).isEqualTo(FileType.HTML);
    assertThat(FileType.of(write("notice", "<h1>公告</h1>"))).isEqualTo(FileType.HTML);
    assertThat(FileType.of(write("notice.txt", "%PDF-1.7 …"))).isEqualTo(FileType.PDF);
    assertThat(FileType.of(write("notice.docx", "公司公告"))).isEqualTo(FileType.TEXT);
    assertThat(FileType.of(write("notice.md", "# 公司公告"))).isEqualTo(FileType.MARKDOWN);
    assertThat(FileType.of(office("notice.zip", "word/document.xml"))).isEqualTo(FileType.DOCX);
    assertThat(FileType.of(office("notice.pdf", "xl/workbook.xml"))).isEqualTo(FileType.XLSX);
    assertThat(FileType.of(zip("notice.xlsx", "word/notes.txt", "x"))).isEqualTo(FileType.ZIP);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(refusal(write("empty.txt", ""))).isEqualTo(Reason.EMPTY);
  }

  @Test
  void aFileWithoutTextIsRefused() throws IOException {
    assertThat(refusal(write("blank.txt", " \n\n "))).isEqualTo(Reason.NO_TEXT);
    assertThat(refusal(write("page.html", "<html><script>x</script></html>")))
        .isEqualTo(Reason.NO_TEXT);
  }

  @Test
  void aFileOverTheLimitIsRefused() throws IOException {
    var small = new Formats(PDF, new Formats.Limits(10, Duration.ofSeconds(10), 1));

    assertThat(refusal(small, write("large.txt", "more than ten bytes")))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aFileOfTwoHundredMegabytesIsRefusedUnread() throws IOException {
    var file = write("huge.pdf", "%PDF-1.7");
    try (var huge = FileChannel.open(file, StandardOpenOption.WRITE)) {
      huge.write(ByteBuffer.wrap(new byte[1]), (200L << 20) - 1);
    }

    assertThat(refusal(file)).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void macrosAreNeitherRunNorRead() throws IOException {
    var file = folder.resolve("macro.docm");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "[Content_Types].xml",
          CONTENT_TYPES
              .replace(
                  "openxmlformats-officedocument.wordprocessingml.document.main",
                  "ms-word.document.macroEnabled.main")
              .replace(
                  "<Override",
                  "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override"));
      entry(zip, "_rels/.rels", RELATIONSHIPS);
      entry(
          zip,
          "word/document.xml",
          "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>公司公告。</w:t></w:r></w:p></w:body></w:document>");
      entry(zip, "word/vbaProject.bin", "Sub AutoOpen() MsgBox 1 End Sub");
    }

    assertThat(formats.read(file).blocks())
        .containsExactly(new Block.Paragraph("公司公告。", List.of(), null));
  }

  @Test
  void otherTypesAreRefused() throws IOException {
    assertThat(refusal(office("slides.pptx", "ppt/presentation.xml"))).isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(zip("book.odt", "mimetype", "x"))).isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(write("data.xml", "<?xml version='1.0'?><rss/>")))
        .isEqualTo(Reason.WRONG_TYPE);
    assertThat(refusal(write("image.txt", "\u0089PNG\r\n\u001a\n\u0000\u0000")))
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void aTruncatedContainerIsRefusedAsDamaged() throws IOException {
    var whole = Files.readAllBytes(zip("whole.docx", "word/document.xml", "<x/>".repeat(1000)));
    var half =
        Files.write(folder.resolve("half.docx"), java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThat(refusal(half)).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aProtectedDocumentIsRefusedAsEncrypted() throws Exception {
    var file = folder.resolve("secret.docx");
    try (var container = new POIFSFileSystem();
        var out = Files.newOutputStream(file)) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var data = encryptor.getDataStream(container)) {
        data.write("content".getBytes(StandardCharsets.UTF_8));
      }
      container.writeFilesystem(out);
    }

    assertThat(refusal(file)).isEqualTo(Reason.ENCRYPTED);
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    var file = folder.resolve("bomb.docx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "[Content_Types].xml", CONTENT_TYPES);
      entry(zip, "_rels/.rels", RELATIONSHIPS);
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      var zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) ' ');
      for (var i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(refusal(file)).isEqualTo(Reason.TOO_COMPLEX);
  }

  @Test
  void externalEntitiesAreNotFollowed() throws IOException {
    var secret = write("secret.txt", "TOP SECRET");
    var file = folder.resolve("entity.docx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "[Content_Types].xml", CONTENT_TYPES);
      entry(zip, "_rels/.rels", RELATIONSHIPS);
      entry(
          zip,
          "word/document.xml",
          "<!DOCTYPE d [<!ENTITY x SYSTEM \""
              + secret.toUri()
              + "\">]><d><body><p><t>&x;</t></p></body></d>");
    }

    assertThat(refusal(file)).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aFileThatTakesTooLongIsRefusedAndTheNextOneRead() throws IOException {
    var never = new CountDownLatch(1);
    DocumentReader stuck =
        file -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("interrupted");
        };
    var hasty = new Formats(stuck, new Formats.Limits(1000, Duration.ofMillis(50), 1));

    assertThat(refusal(hasty, write("stuck.pdf", "%PDF-1.7"))).isEqualTo(Reason.TOO_COMPLEX);
    assertThat(hasty.read(write("fine.txt", "公司公告。")).blocks()).hasSize(1);
  }

  @Test
  void refusalsNameTheFileAndTheRemedy() throws IOException {
    var file = write("empty.txt", "");
    var refusal = catchThrowableOfType(UnreadableFileException.class, () -> formats.read(file));

    assertThat(refusal).hasMessageContaining("empty.txt");
    assertThat(refusal.remedy()).isNotBlank();
  }

  private static final String CONTENT_TYPES =
      "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

  private static final String RELATIONSHIPS =
      "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

  private Reason refusal(Path file) {
    return refusal(formats, file);
  }

  private static Reason refusal(Formats formats, Path file) {
    return catchThrowableOfType(UnreadableFileException.class, () -> formats.read(file)).reason();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        text,
        name.equals("image.txt") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private Path zip(String name, String entry, String text) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, entry, text);
    }
    return file;
  }

  private Path office(String name, String entry) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "[Content_Types].xml", CONTENT_TYPES);
      entry(zip, entry, "x");
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
