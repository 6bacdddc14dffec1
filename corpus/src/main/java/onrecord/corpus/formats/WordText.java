package onrecord.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import onrecord.corpus.document.SymbolFont;
import org.w3c.dom.Element;

/// The printed text of a Word paragraph, and the text boxes that hang on it.
final class WordText {

  private final StringBuilder text = new StringBuilder();
  private final List<Element> boxes = new ArrayList<>();

  private WordText() {}

  static WordText of(Element paragraph) {
    var words = new WordText();
    words.walk(paragraph);
    return words;
  }

  /// The text; a line break is a line feed.
  String text() {
    return text.toString().replace('\u00A0', ' ').replaceAll("[ \\t\\u3000]+", " ").strip();
  }

  /// The contents of text boxes, each holding paragraphs and tables.
  List<Element> boxes() {
    return boxes;
  }

  private void walk(Element element) {
    switch (element.getLocalName()) {
      case "t" -> text.append(element.getTextContent());
      case "tab", "ptab" -> text.append(' ');
      case "br", "cr" -> text.append('\n');
      case "noBreakHyphen" -> text.append('-');
      case "sym" -> symbol(element);
      case "checkBox" -> checkBox(element);
      case "txbxContent" -> boxes.add(element);
      case "AlternateContent" -> Xml.at(element, "Choice").ifPresent(this::walkChildren);
      case "del", "moveFrom", "pPr", "rPr", "tabs" -> {}
      case "r" -> {
        if (!Xml.isOn(element, "rPr", "vanish")) {
          run(element);
        }
      }
      case "sdt" -> control(element);
      default -> walkChildren(element);
    }
  }

  private void walkChildren(Element element) {
    Xml.children(element).forEach(this::walk);
  }

  /// Letters in a symbol font are pictures.
  private void run(Element run) {
    var start = text.length();
    walkChildren(run);
    Xml.at(run, "rPr", "rFonts")
        .flatMap(fonts -> Xml.attribute(fonts, "ascii").or(() -> Xml.attribute(fonts, "hAnsi")))
        .ifPresent(font -> readPictures(font, start));
  }

  private void readPictures(String font, int start) {
    for (var at = text.length() - 1; at >= start; at--) {
      var picture = SymbolFont.read(font, text.charAt(at));
      if (picture != null && isOfSymbolFont(text.charAt(at))) {
        text.replace(at, at + 1, picture);
      }
    }
  }

  /// What is neither a code of its own font nor a private one is printed in another font.
  private static boolean isOfSymbolFont(char character) {
    return character < 0x100 || (character >= 0xF000 && character < 0xF100);
  }

  private void symbol(Element element) {
    var font = Xml.attribute(element, "font").orElse("");
    Xml.attribute(element, "char")
        .filter(code -> code.matches("[0-9A-Fa-f]{2,4}"))
        .map(code -> SymbolFont.read(font, Integer.parseInt(code, 16)))
        .ifPresent(text::append);
  }

  /// A field of a form: a box to tick, or words; the words that ask for them are nobody's.
  private void control(Element control) {
    var box = Xml.at(control, "sdtPr", "checkbox");
    if (box.isPresent()) {
      tick(Xml.isOn(box.get(), "checked"));
    } else if (!Xml.isOn(control, "sdtPr", "showingPlcHdr")) {
      Xml.at(control, "sdtContent").ifPresent(this::walkChildren);
    }
  }

  /// A box of a form in the older way.
  private void checkBox(Element element) {
    tick(
        Xml.at(element, "checked").isPresent()
            ? Xml.isOn(element, "checked")
            : Xml.isOn(element, "default"));
  }

  private void tick(boolean isTicked) {
    text.append(isTicked ? "☒" : "☐");
  }
}
