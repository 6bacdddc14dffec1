package onrecord.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import onrecord.corpus.Intake.Reason;
import onrecord.corpus.document.UnreadableFileException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// The formats that are read, told by a file's content; its name only tells Markdown from plain
/// text.
public enum FileType {
  PDF,
  DOCX,
  XLSX,
  HTML,
  MARKDOWN,
  TEXT,
  /// An archive: not read itself, but each file in it.
  ZIP;

  private static final int SNIFFED = 4096;
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title|link|style|script|div|section|article|main|header|center|font|span|table|h[1-6]|ul|ol|p)\\b.*");

  /// @throws UnreadableFileException if it is of no format that is read, or encrypted
  public static FileType of(Path file) {
    var head = head(file);
    var start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.substring(0, Math.min(1024, start.length())).contains("%PDF-")) {
      return PDF;
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ofZip(file);
    }
    if (startsWith(head, OLE2)) {
      throw refusedOle2(file);
    }
    return ofText(file, Charsets.decodeStart(head));
  }

  /// Whether it is text that no container holds and no markup is in.
  static boolean isPlain(Path file) {
    var head = head(file);
    var start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.contains("%PDF-") || start.startsWith("PK") || startsWith(head, OLE2)) {
      return false;
    }
    return switch (ofText(file, Charsets.decodeStart(head))) {
      case MARKDOWN, TEXT -> true;
      case PDF, DOCX, XLSX, HTML, ZIP -> false;
    };
  }

  private static FileType ofText(Path file, String start) {
    if (start.chars().anyMatch(c -> c < 0x20 && !Character.isWhitespace(c))
        || start.contains("\uFFFD\uFFFD\uFFFD")) {
      throw wrongType(file, "its content is none of them");
    }
    if (MARKUP.matcher(start).matches()) {
      return HTML;
    }
    if (start.stripLeading().startsWith("<?xml") || start.startsWith("{\\rtf")) {
      throw wrongType(file, start.startsWith("{") ? "it is a rich-text file" : "it is an XML file");
    }
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
  }

  /// What a ZIP container holds, told by the names in its directory, without unpacking anything.
  private static FileType ofZip(Path file) {
    try (var zip = ZipFile.builder().setPath(file).get()) {
      if (isOffice(zip, "word/")) {
        return DOCX;
      }
      if (isOffice(zip, "xl/")) {
        return ofWorkbook(file, zip);
      }
      if (isOffice(zip, "ppt/")) {
        throw wrongType(file, "it is a presentation");
      }
      if (zip.getEntry("mimetype") != null) {
        throw wrongType(file, "it is an OpenDocument file or an e-book");
      }
      return ZIP;
    } catch (IOException | IllegalArgumentException e) {
      throw Content.damaged(file, "its container cannot be opened", e);
    }
  }

  private static boolean isOffice(ZipFile zip, String folder) {
    return zip.getEntry("[Content_Types].xml") != null
        && Collections.list(zip.getEntries()).stream()
            .anyMatch(entry -> entry.getName().startsWith(folder));
  }

  private static FileType ofWorkbook(Path file, ZipFile zip) {
    if (zip.getEntry("xl/workbook.bin") != null) {
      throw wrongType(file, "it is a binary workbook");
    }
    return XLSX;
  }

  private static UnreadableFileException refusedOle2(Path file) {
    try (var container = new POIFSFileSystem(file.toFile(), true)) {
      if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
        return new UnreadableFileException(
            Reason.ENCRYPTED,
            null,
            file.getFileName() + " is protected by a password.",
            "Remove the password and hand it in again.",
            null);
      }
    } catch (IOException | RuntimeException e) {
      return Content.damaged(file, "its container cannot be opened", e);
    }
    return wrongType(file, "it is an old Office file");
  }

  private static UnreadableFileException wrongType(Path file, String what) {
    return new UnreadableFileException(
        Reason.WRONG_TYPE,
        null,
        file.getFileName()
            + " is not a PDF, DOCX, XLSX, HTML, Markdown, text or ZIP file: "
            + what
            + ".",
        "Save it as PDF, DOCX or XLSX and hand that in.",
        null);
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SNIFFED);
    } catch (IOException e) {
      throw Content.damaged(file, "it cannot be read from disk", e);
    }
  }
}
