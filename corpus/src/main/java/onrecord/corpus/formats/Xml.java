package onrecord.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/// Children and attributes by local name: Word documents come in two sets of namespaces.
final class Xml {

  private Xml() {}

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> is(child, name)).toList();
  }

  /// The descendant at the end of a path of names.
  static Optional<Element> at(Element parent, String... path) {
    var element = parent;
    for (var name : path) {
      var found = children(element, name);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      element = found.getFirst();
    }
    return Optional.of(element);
  }

  static boolean is(Element element, String name) {
    return name.equals(element.getLocalName());
  }

  static Optional<String> attribute(Element element, String name) {
    var attributes = element.getAttributes();
    for (var i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (name.equals(attribute.getLocalName())) {
        return Optional.of(attribute.getNodeValue());
      }
    }
    return Optional.empty();
  }

  /// The attribute `val` of the element at a path.
  static Optional<String> value(Element parent, String... path) {
    return at(parent, path).flatMap(element -> attribute(element, "val"));
  }

  /// The same as a number.
  static Optional<Integer> number(Element parent, String... path) {
    return value(parent, path).filter(text -> text.matches("-?\\d{1,6}")).map(Integer::valueOf);
  }

  /// Whether a switch such as `w:vanish` is there and not off.
  static boolean isOn(Element parent, String... path) {
    return at(parent, path)
        .map(element -> attribute(element, "val").orElse("true"))
        .filter(value -> !value.matches("(?i)0|false|off"))
        .isPresent();
  }
}
