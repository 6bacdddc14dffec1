package onrecord.corpus.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import onrecord.corpus.document.DocumentReader;
import onrecord.corpus.document.SourceText;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Word documents: headings by style, outline level or numbering, lists with the numbers that Word
/// prints, tables with merged cells. Deleted and hidden text is left out.
public final class DocxReader implements DocumentReader {

  private static final long LARGEST_PART = 256L << 20;

  static {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
  }

  @Override
  public SourceText read(Path file) {
    try (var container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      var main = mainPart(container);
      var styles = WordStyles.of(sibling(container, main, "styles.xml"));
      var numbering = WordNumbering.of(sibling(container, main, "numbering.xml"));
      var blocks = new WordBlocks(styles, numbering);
      blocks.body(root(main));
      var notes = sibling(container, main, "footnotes.xml");
      if (notes != null) {
        blocks.notes(notes);
      }
      var properties = container.getPackageProperties();
      return new SourceText(
          blocks.list(),
          0,
          properties.getTitleProperty().filter(title -> !title.isBlank()).orElse(null),
          properties.getCreatedProperty().map(Date::toInstant).orElse(null),
          List.of());
    } catch (OpenXML4JException | SAXException e) {
      throw Content.damaged(file, "it is no valid Word document", e);
    } catch (IOException | RuntimeException e) {
      throw Content.refusal(file, "it is no valid Word document", e);
    }
  }

  private static PackagePart mainPart(OPCPackage container) throws OpenXML4JException, IOException {
    for (var type :
        List.of(
            PackageRelationshipTypes.CORE_DOCUMENT,
            PackageRelationshipTypes.STRICT_CORE_DOCUMENT)) {
      for (var relationship : container.getRelationshipsByType(type)) {
        var part = container.getPart(relationship);
        if (part != null) {
          return part;
        }
      }
    }
    throw new IOException("It has no main part");
  }

  private static @Nullable Element sibling(OPCPackage container, PackagePart main, String name)
      throws OpenXML4JException, IOException, SAXException {
    var folder = main.getPartName().getName().replaceFirst("[^/]*$", "");
    var part = container.getPart(PackagingURIHelper.createPartName(folder + name));
    return part == null ? null : root(part);
  }

  private static Element root(PackagePart part) throws IOException, SAXException {
    try (var in = part.getInputStream()) {
      return DocumentHelper.readDocument(in).getDocumentElement();
    }
  }
}
