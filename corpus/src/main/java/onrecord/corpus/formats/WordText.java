package onrecord.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// The printed text of a Word paragraph, and the text boxes that hang on it.
final class WordText {

  /// Characters of symbol fonts that forms use for tick boxes.
  private static final Map<Integer, String> SYMBOLS =
      Map.ofEntries(
          Map.entry(0x6F, "☐"),
          Map.entry(0xA8, "☐"),
          Map.entry(0x71, "☐"),
          Map.entry(0xA3, "☐"),
          Map.entry(0x52, "☑"),
          Map.entry(0xFE, "☑"),
          Map.entry(0x53, "☒"),
          Map.entry(0xFD, "☒"),
          Map.entry(0x54, "☒"),
          Map.entry(0x50, "√"),
          Map.entry(0xFC, "√"),
          Map.entry(0x6C, "●"),
          Map.entry(0xB7, "•"));

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
          walkChildren(element);
        }
      }
      default -> walkChildren(element);
    }
  }

  private void walkChildren(Element element) {
    Xml.children(element).forEach(this::walk);
  }

  private void symbol(Element element) {
    Xml.attribute(element, "char")
        .filter(code -> code.matches("[0-9A-Fa-f]{2,4}"))
        .map(code -> Integer.parseInt(code, 16) & 0xFF)
        .map(code -> SYMBOLS.getOrDefault(code, ""))
        .ifPresent(text::append);
  }

  private void checkBox(Element element) {
    var ticked =
        Xml.at(element, "checked").isPresent()
            ? Xml.isOn(element, "checked")
            : Xml.isOn(element, "default");
    text.append(ticked ? "☒" : "☐");
  }
}
