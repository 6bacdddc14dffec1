package onrecord.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onrecord.corpus.Intake;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.IntakeProgress;
import onrecord.corpus.document.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;

  private final List<String> taken = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final IntakeProgress progress =
      new IntakeProgress() {
        @Override
        public void unpacking(List<String> documents) {
          told.add("unpacking " + documents);
        }

        @Override
        public void reading(String document) {
          told.add("reading " + document);
        }

        @Override
        public void done(Intake document) {
          told.add(document instanceof Intake.Refused ? "refused" : "done");
        }
      };

  @Test
  void eachDocumentIsTakenWithItsMetadataBesideIt() throws IOException {
    take(
        archive(
            StandardCharsets.UTF_8,
            "2024/年报.txt",
            "甲",
            "2024/年报.txt.yaml",
            "title: 乙",
            "__MACOSX/._年报.txt",
            "x",
            "公告.txt",
            "丙"));

    assertThat(taken).containsExactly("年报.txt: 甲 (title: 乙)", "公告.txt: 丙");
  }

  @Test
  void howFarItHasComeIsToldDocumentByDocument() throws IOException {
    var inner = Files.readAllBytes(archive(StandardCharsets.UTF_8, "b.txt", "乙"));
    var file = folder.resolve("outer.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write("甲".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(inner);
      zip.putNextEntry(new ZipEntry("large.txt"));
      zip.write(new byte[2_000]);
    }
    take(file, new Archive.Limits(9, 10_000, 1_000, 3));

    assertThat(told)
        .containsExactly(
            "unpacking [a.txt, inner.zip, large.txt]",
            "reading a.txt",
            "done",
            "reading inner.zip",
            "unpacking [b.txt]",
            "reading b.txt",
            "done",
            "reading large.txt",
            "refused");
  }

  @Test
  void namesWrittenInGb18030AreRead() throws IOException {
    take(archive(GB18030, "关于诉讼的公告.txt", "甲"));

    assertThat(taken).containsExactly("关于诉讼的公告.txt: 甲");
  }

  @Test
  void aPathThatLeadsOutOfTheFolderIsOnlyAName() throws IOException {
    take(archive(StandardCharsets.UTF_8, "../../outside.txt", "甲"));

    assertThat(taken).containsExactly("outside.txt: 甲");
    assertThat(folder.resolve("../outside.txt")).doesNotExist();
  }

  @Test
  void archivesWithinArchivesAreOpenedToALimit() throws IOException {
    var inner = archive(StandardCharsets.UTF_8, "deep.txt", "甲");
    var wrapped = inner;
    for (var depth = 2; depth <= 4; depth++) {
      wrapped = write("level" + depth + ".zip", "inner.zip", Files.readAllBytes(wrapped));
      if (depth == 3) {
        take(wrapped);
      }
    }

    assertThat(taken).containsExactly("deep.txt: 甲");
    assertThat(take(wrapped))
        .singleElement()
        .extracting(ArchiveTest::reason)
        .isEqualTo(Reason.TOO_COMPLEX);
  }

  @Test
  void whatUnpacksToFarMoreThanItsSizeIsRefusedAndTheRestIsTaken() throws IOException {
    var file = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("bomb.txt"));
      var blanks = new byte[1 << 20];
      for (var i = 0; i < 32; i++) {
        zip.write(blanks);
      }
      zip.putNextEntry(new ZipEntry("fine.txt"));
      zip.write("甲".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(take(file))
        .extracting(ArchiveTest::reason)
        .containsExactly(Reason.TOO_COMPLEX, null);
    assertThat(taken).containsExactly("fine.txt: 甲");
  }

  @Test
  void limitsOfNumberAndSizeHoldForTheWholeArchive() throws IOException {
    var file = archive(StandardCharsets.UTF_8, "a.txt", "12345", "b.txt", "12345", "c.txt", "1");

    assertThat(take(file, new Archive.Limits(2, 1000, 1000, 1)))
        .extracting(ArchiveTest::reason)
        .containsExactly(null, null, Reason.TOO_LARGE);
    assertThat(take(file, new Archive.Limits(9, 1000, 3, 1)))
        .extracting(ArchiveTest::reason)
        .containsExactly(Reason.TOO_LARGE, Reason.TOO_LARGE, null);
    assertThat(take(file, new Archive.Limits(9, 8, 1000, 1)))
        .extracting(ArchiveTest::reason)
        .containsExactly(null, Reason.TOO_LARGE, Reason.TOO_LARGE);
  }

  @Test
  void aProtectedEntryIsRefusedAsEncrypted() throws IOException {
    var bytes = Files.readAllBytes(archive(StandardCharsets.UTF_8, "secret.txt", "甲"));
    // The first bit of the flags, in the entry and in the directory, says that it is encrypted.
    bytes[6] |= 1;
    for (var i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    var file = Files.write(folder.resolve("secret.zip"), bytes);

    assertThat(take(file)).extracting(ArchiveTest::reason).containsExactly(Reason.ENCRYPTED);
  }

  @Test
  void anArchiveCutOffOrWithoutDocumentsIsRefusedItself() throws IOException {
    var empty = write("empty.zip", null, new byte[0]);

    assertThat(catchThrowableOfType(UnreadableFileException.class, () -> take(empty)).reason())
        .isEqualTo(Reason.NO_TEXT);
  }

  private static @Nullable Reason reason(Intake intake) {
    return intake instanceof Intake.Refused refused ? refused.reason() : null;
  }

  private List<Intake> take(Path file) {
    return take(file, Archive.Limits.USUAL);
  }

  private List<Intake> take(Path file, Archive.Limits limits) {
    assertThat(Archive.is(file)).isTrue();
    return Archive.take(file, limits, this::note, progress);
  }

  private Intake note(Path document) {
    try {
      var beside = document.resolveSibling(document.getFileName() + ".yaml");
      taken.add(
          document.getFileName()
              + ": "
              + Files.readString(document)
              + (Files.exists(beside) ? " (" + Files.readString(beside) + ")" : ""));
      return new Intake.Unpacked(document.toString(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path archive(Charset names, String... namesAndTexts) throws IOException {
    var file = folder.resolve("archive.zip");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, names)) {
      for (var i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return Files.write(file, bytes.toByteArray());
  }

  private Path write(String name, @Nullable String entry, byte[] content) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      if (entry != null) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
      }
    }
    return file;
  }
}
